package dev.tandem.simbridge.remote;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmSignals;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.Box;
import java.util.Arrays;
import java.util.List;

/** An arm among boxes and planes. */
public final class ArmKind implements WorldKind {
  static final String NAME = "arm";

  private final ArmSignals signals;
  private final ArmWorld.Maker maker;

  /**
   * For one arm.
   *
   * @param maker the simulator
   */
  public ArmKind(Chain arm, ArmWorld.Maker maker) {
    this.signals = new ArmSignals(arm, ArmScene.WrenchSensor.wrist());
    this.maker = maker;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SignalSpec observation() {
    return signals.observation();
  }

  @Override
  public SignalSpec command() {
    return signals.command();
  }

  @Override
  public Placed create(List<Message.Part> parts) throws ProtocolException {
    ArmScene scene = SceneParts.read(parts);
    return new PlacedArm(scene, maker.create(scene), signals.command().size());
  }

  private record PlacedArm(ArmScene scene, ArmWorld world, int joints) implements Placed {
    @Override
    public Simulator simulator() {
      return world;
    }

    @Override
    public void place(Message.Part part) throws ProtocolException {
      double[] values = part.values();
      switch (part.name()) {
        case SceneParts.BOX -> moveBox(Frames.requireSize(part, 4));
        case SceneParts.TOOL -> {
          Frames.requireSize(part, 3);
          world.placeTool(values[0], values[1], values[2]);
        }
        case SceneParts.STATE -> {
          Frames.requireSize(part, 2 * joints);
          world.setState(
              Arrays.copyOf(values, joints), Arrays.copyOfRange(values, joints, 2 * joints));
        }
        default -> throw Frames.unknownPart(part, "an arm's world");
      }
    }

    private void moveBox(double[] values) throws ProtocolException {
      int index = (int) values[0];
      if (index < 0
          || index >= scene.obstacles().size()
          || !(scene.obstacles().get(index) instanceof Box box)) {
        throw new ProtocolException(
            ErrorCode.IMPOSSIBLE, "box: expected the index of a box, found " + values[0]);
      }
      box.moveTo(values[1], values[2], values[3]);
    }
  }
}
