package dev.tandem.simbridge.remote;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.CubeChannels;
import dev.tandem.simbridge.world.CubeWorld;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** An arm with a gripper, a table and a loose cube. */
public final class CubeKind implements WorldKind {
  static final String NAME = "cube";
  static final String ARM_AND_CUBE = "arm_and_cube";
  static final String CUBE = "cube";

  private final CubeChannels channels;
  private final Supplier<CubeWorld> maker;
  private final int joints;

  /**
   * For one arm.
   *
   * @param maker the simulator
   */
  public CubeKind(Chain arm, Supplier<CubeWorld> maker) {
    this.channels = new CubeChannels(arm);
    this.maker = maker;
    this.joints = arm.joints().size();
  }

  @Override
  public String name() {
    return NAME;
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
  public Placed create(List<Message.Part> scene) throws ProtocolException {
    if (!scene.isEmpty()) {
      throw Frames.unknownPart(scene.get(0), "a cube's scene");
    }
    return new PlacedCube(maker.get(), joints);
  }

  private record PlacedCube(CubeWorld world, int joints) implements Placed {
    @Override
    public Simulator simulator() {
      return world;
    }

    @Override
    public void place(Message.Part part) throws ProtocolException {
      double[] values = part.values();
      switch (part.name()) {
        case ARM_AND_CUBE -> {
          Frames.requireSize(part, joints + 2);
          world.place(Arrays.copyOf(values, joints), values[joints], values[joints + 1]);
        }
        case CUBE -> {
          Frames.requireSize(part, 3);
          world.placeCube(values[0], values[1], values[2]);
        }
        default -> throw Frames.unknownPart(part, "a cube's world");
      }
    }
  }
}
