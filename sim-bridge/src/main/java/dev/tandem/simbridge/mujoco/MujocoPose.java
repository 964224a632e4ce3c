package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.runtime.time.HotPath;
import java.lang.foreign.MemorySegment;

/** The numbers of a state that a picture follows from: joints, and bodies that a scene moves. */
final class MujocoPose {
  private static final int AXES = 3;
  private static final int QUATERNION = 4;

  private final MemorySegment positions;
  private final MemorySegment mocapPositions;
  private final MemorySegment mocapTurns;
  private final int joints;
  private final int mocaps;

  MujocoPose(MujocoState state) {
    MujocoModel model = state.model();
    joints = model.positions();
    mocaps = model.count("nmocap");
    positions = state.positions();
    mocapPositions = state.numbers("mocap_pos", (long) AXES * mocaps);
    mocapTurns = state.numbers("mocap_quat", (long) QUATERNION * mocaps);
  }

  @HotPath
  int size() {
    return joints + (AXES + QUATERNION) * mocaps;
  }

  @HotPath
  void read(double[] pose) {
    int turns = joints + AXES * mocaps;
    MemorySegment.copy(positions, JAVA_DOUBLE, 0, pose, 0, joints);
    MemorySegment.copy(mocapPositions, JAVA_DOUBLE, 0, pose, joints, AXES * mocaps);
    MemorySegment.copy(mocapTurns, JAVA_DOUBLE, 0, pose, turns, QUATERNION * mocaps);
  }

  /** Nothing is derived from it yet. */
  void write(double[] pose) {
    int turns = joints + AXES * mocaps;
    MemorySegment.copy(pose, 0, positions, JAVA_DOUBLE, 0, joints);
    MemorySegment.copy(pose, joints, mocapPositions, JAVA_DOUBLE, 0, AXES * mocaps);
    MemorySegment.copy(pose, turns, mocapTurns, JAVA_DOUBLE, 0, QUATERNION * mocaps);
  }
}
