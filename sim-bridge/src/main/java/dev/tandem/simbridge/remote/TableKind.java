package dev.tandem.simbridge.remote;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.Cable;
import dev.tandem.simbridge.world.TableChannels;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An arm with a gripper and a table with loose things. */
public final class TableKind implements WorldKind {
  private final TableChannels channels;
  private final TableScene scene;
  private final TableWorld.Maker maker;
  private final int joints;

  /**
   * For one arm.
   *
   * @param maker the simulator
   */
  public TableKind(Chain arm, TableScene scene, TableWorld.Maker maker) {
    this.channels = new TableChannels(arm, scene);
    this.scene = scene;
    this.maker = maker;
    this.joints = arm.joints().size();
  }

  /** The part that places everything at once. */
  static String everything(TableScene scene) {
    return "arm_and_" + scene.name();
  }

  @Override
  public String name() {
    return scene.name();
  }

  @Override
  public SignalSpec observation() {
    return channels.observation();
  }

  @Override
  public SignalSpec command() {
    return channels.command();
  }

  /** The world is always the same one. */
  @Override
  public Placed create(List<Message.Part> parts) throws ProtocolException {
    if (!parts.isEmpty()) {
      throw Frames.unknownPart(parts.get(0), "the scene of " + scene.name());
    }
    return new PlacedTable(scene, maker.create(scene), joints);
  }

  private record PlacedTable(TableScene scene, TableWorld world, int joints) implements Placed {
    @Override
    public TableWorld simulator() {
      return world;
    }

    @Override
    public void place(List<Message.Part> parts) throws ProtocolException {
      List<Runnable> moves = new ArrayList<>();
      for (Message.Part part : parts) {
        moves.add(move(part));
      }
      moves.forEach(Runnable::run);
    }

    /** Checked, but not made yet. */
    private Runnable move(Message.Part part) throws ProtocolException {
      double[] values = part.values();
      int thing = scene.things().indexOf(part.name());
      if (part.name().equals(everything(scene))) {
        Frames.requireSize(part, joints + 2 * scene.things().size());
        double[] metres = Arrays.copyOfRange(values, joints, values.length);
        return () -> world.place(Arrays.copyOf(values, joints), metres);
      }
      if (thing >= 0 && scene.cable().equals(Cable.NONE)) {
        Frames.requireSize(part, 3);
        return () -> world.placeThing(thing, values[0], values[1], values[2]);
      }
      throw Frames.unknownPart(part, "the world of " + scene.name());
    }
  }
}
