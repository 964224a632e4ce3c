package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.CubeWorld;

/** Where the cube, the tool and the fingers are, out of an observation of a {@link CubeWorld}. */
final class CubeSight {
  private final Block tool;
  private final Block velocity;
  private final Block cube;
  private final int closed;
  private final int width;

  CubeSight(SignalSpec observation) {
    this.tool = observation.block("tool");
    this.velocity = observation.block("tool_velocity");
    this.cube = observation.block("cube");
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
  double cubeMetres(Observation seen, int axis) {
    return seen.get(cube.offset() + axis);
  }

  /** From the tool to the cube along an axis. */
  @HotPath
  double toCubeMetres(Observation seen, int axis) {
    return cubeMetres(seen, axis) - toolMetres(seen, axis);
  }

  /** Between the tool and the cube's centre. */
  @HotPath
  double distanceMetres(Observation seen) {
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      double offset = toCubeMetres(seen, axis);
      square += offset * offset;
    }
    return Math.sqrt(square);
  }

  /** How far the cube is above where it lies at the start. */
  @HotPath
  double liftMetres(Observation seen) {
    return cubeMetres(seen, 2) - CubeWorld.CUBE_HALF_METRES;
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
