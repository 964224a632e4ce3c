package dev.tandem.simbridge.remote;

import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.plant.ToolPlacement;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An arm's world whose parts can be put elsewhere.
 *
 * @param placement which says beforehand whether the tool gets where it is to be put
 */
record PlacedArm(ArmScene scene, ArmWorld world, ToolPlacement placement)
    implements WorldKind.Placed {
  @Override
  public ArmWorld simulator() {
    return world;
  }

  @Override
  public void place(List<Message.Part> parts) throws ProtocolException {
    double[] positionsRad = positionsRad();
    List<Runnable> moves = new ArrayList<>();
    for (Message.Part part : parts) {
      moves.add(move(part, positionsRad));
    }
    moves.forEach(Runnable::run);
  }

  private double[] positionsRad() {
    MutableObservation seen = new MutableObservation(world.observationSpec());
    world.observe(seen);
    double[] values = new double[seen.size()];
    seen.copyTo(values, 0);
    return Arrays.copyOf(values, world.commandSpec().size());
  }

  /** Checked, but not made yet; {@code positionsRad} are then those after it. */
  private Runnable move(Message.Part part, double[] positionsRad) throws ProtocolException {
    double[] values = part.values();
    return switch (part.name()) {
      case SceneParts.BOX -> boxMove(Frames.requireSize(part, 4));
      case SceneParts.TOOL -> {
        Frames.requireSize(part, 3);
        placement.place(positionsRad, values[0], values[1], values[2]);
        yield () -> world.placeTool(values[0], values[1], values[2]);
      }
      case SceneParts.STATE -> {
        int joints = positionsRad.length;
        Frames.requireSize(part, 2 * joints);
        System.arraycopy(values, 0, positionsRad, 0, joints);
        double[] speedsRadPerS = Arrays.copyOfRange(values, joints, 2 * joints);
        yield () -> world.setState(Arrays.copyOf(values, joints), speedsRadPerS);
      }
      default -> throw Frames.unknownPart(part, "an arm's world");
    };
  }

  private Runnable boxMove(double[] values) throws ProtocolException {
    int index = (int) values[0];
    if (index != values[0]
        || index < 0
        || index >= scene.obstacles().size()
        || !(scene.obstacles().get(index) instanceof Box box)) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE, "box: expected the index of a box, found " + values[0]);
    }
    return () -> box.moveTo(values[1], values[2], values[3]);
  }
}
