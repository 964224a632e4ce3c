package dev.tandem.app.robot;

import dev.tandem.safety.barrier.BarrierConfig;
import java.util.Optional;

/**
 * What a robot may do and how it is watched, as its file says it; keys in the file are the
 * component names in snake case. Nothing has a default: a limit that is not written is a mistake,
 * unless the file may be older than it ({@link LaterFigures}).
 *
 * @param robot name of the model that the figures are for
 * @param setPoint of an impedance; empty with {@code operationalSpace}
 * @param impedance that holds the tool; empty with {@code operationalSpace}
 * @param operationalSpace the other law that there is
 */
public record RobotFile(
    String robot,
    JointFigures joints,
    ToolFigures tool,
    LinkFigures links,
    Optional<SetPointFigures> setPoint,
    ReducedFigures reduced,
    Optional<ImpedanceFigures> impedance,
    Optional<OperationalSpaceFigures> operationalSpace,
    BrakeFigures brake,
    AuthorityFigures authority,
    MonitorFigures monitors) {
  public RobotFile {
    boolean travels = impedance.isPresent() && setPoint.isPresent();
    boolean neither = impedance.isEmpty() && setPoint.isEmpty();
    if (!(operationalSpace.isPresent() ? neither : travels)) {
      throw new IllegalArgumentException(
          "robot: expected either impedance and set_point or operational_space, found "
              + (operationalSpace.isPresent() ? "both" : "neither whole"));
    }
  }

  BarrierConfig barrier() {
    return new BarrierConfig(
        joints.barrier(),
        tool.barrier(),
        links.barrier(),
        joints.maxTorqueRateNmPerS(),
        joints.maxSolverSteps());
  }

  /** Of the robots that this program drives. */
  static final int JOINTS = 7;

  static final long NANOS_PER_SECOND = 1_000_000_000;

  static long nanos(double seconds) {
    return Math.round(seconds * NANOS_PER_SECOND);
  }
}
