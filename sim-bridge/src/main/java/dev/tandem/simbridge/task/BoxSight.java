package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.TableWorld;

/** Where a box, the tool and the fingers are, out of an observation of a {@link TableWorld}. */
final class BoxSight {
  private final Block tool;
  private final Block velocity;
  private final Block box;
  private final int closed;
  private final int width;

  /** Of the box with this name. */
  BoxSight(SignalSpec observation, String name) {
    this.tool = observation.block("tool");
    this.velocity = observation.block("tool_velocity");
    this.box = observation.block(name);
    this.closed = observation.indexOf("gripper.closed");
    this.width = observation.indexOf("gripper.width");
  }

  @HotPath
  double toolMetres(Observation seen, int axis) {
    return seen.get(tool.offset() + axis);
  }

  @HotPath
  double toolMPerS(Observation seen, int axis) {
    return seen.get(velocity.offset() + axis);
  }

  @HotPath
  double boxMetres(Observation seen, int axis) {
    return seen.get(box.offset() + axis);
  }

  /** From the tool to the box along an axis. */
  @HotPath
  double toBoxMetres(Observation seen, int axis) {
    return boxMetres(seen, axis) - toolMetres(seen, axis);
  }

  /** Between the tool and the box's centre. */
  @HotPath
  double distanceMetres(Observation seen) {
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      double offset = toBoxMetres(seen, axis);
      square += offset * offset;
    }
    return Math.sqrt(square);
  }

  /** How far the box is above where it lies at the start. */
  @HotPath
  double liftMetres(Observation seen) {
    return boxMetres(seen, 2) - TableWorld.BOX_HALF_METRES;
  }

  /** How far the gripper was told to close, 0 to 1. */
  @HotPath
  double closed(Observation seen) {
    return seen.get(closed);
  }

  @HotPath
  double widthMetres(Observation seen) {
    return seen.get(width);
  }
}
