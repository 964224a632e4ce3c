package dev.tandem.app.robot;

/**
 * What a robot may do and how it is watched, as its file says it; keys in the file are the
 * component names in snake case. Nothing has a default: a limit that is not written is a mistake.
 *
 * @param robot name of the model that the figures are for
 */
public record RobotFile(
    String robot,
    JointFigures joints,
    ToolFigures tool,
    LinkFigures links,
    SetPointFigures setPoint,
    ReducedFigures reduced,
    ImpedanceFigures impedance,
    BrakeFigures brake,
    AuthorityFigures authority,
    MonitorFigures monitors) {
  /** Of the robots that this program drives. */
  static final int JOINTS = 7;

  static final long NANOS_PER_SECOND = 1_000_000_000;

  static long nanos(double seconds) {
    return Math.round(seconds * NANOS_PER_SECOND);
  }
}
