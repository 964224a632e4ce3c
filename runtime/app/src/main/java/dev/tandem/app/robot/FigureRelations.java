package dev.tandem.app.robot;

import java.util.Collections;
import java.util.List;

/** What one section's figures bound another's by, for any robot. */
final class FigureRelations {
  /** Of a torque that changes, from one frozen state to the next. */
  private static final double MOST_FROZEN_SHARE = 0.1;

  private static final double LEAST_FROZEN_SHARE = 1e-4;

  /**
   * Of its whole torque: an arm that presses on somebody pushes with what its drives give, so that
   * a threshold beyond that is never passed by its own pressing.
   */
  private static final double MOST_CONTACT_SHARE = 0.5;

  private static final double LEAST_CONTACT_SHARE = 0.01;
  private static final double MOST_CLIPS = 5;

  private final RobotFile file;
  private final MonitorFigures monitors;
  private final double weakestNm;

  private FigureRelations(RobotFile file) {
    this.file = file;
    this.monitors = file.monitors();
    this.weakestNm = Collections.min(file.joints().maxTorqueNm());
  }

  static void check(RobotFile file) {
    FigureRelations figures = new FigureRelations(file);
    figures.people();
    figures.stops();
    figures.contact();
    figures.watched();
    file.setPoint().ifPresent(figures::setPoint);
    file.impedance().ifPresent(figures::impedance);
    file.operationalSpace().ifPresent(figures::operationalSpace);
  }

  private void people() {
    double seenS = monitors.lines().maxTrackerAgeS();
    Bound.atLeast(
        "monitors.separation.reaction_s",
        monitors.separation().reactionS(),
        seenS,
        "monitors.lines.max_tracker_age_s: so long a person may walk unseen");
    ReducedFigures reduced = file.reduced();
    Bound.atLeast(
        "reduced.leave_s",
        reduced.leaveS(),
        seenS,
        "monitors.lines.max_tracker_age_s: whoever is not seen for so long has not gone");
    Bound.atLeast(
        "reduced.person_metres",
        reduced.personMetres(),
        monitors.separation().protectiveMetres(reduced.toolSpeedMPerS()),
        "the protective distance of monitors.separation at reduced.tool_speed_m_per_s: nearer it"
            + " stops, and would never have been slowed down");
    Bound.atMost(
        "reduced.set_point_m_per_s",
        reduced.setPointMPerS(),
        reduced.toolSpeedMPerS(),
        "reduced.tool_speed_m_per_s: the tool must be able to follow");
  }

  private void stops() {
    Bound.atMost(
        "monitors.state.joint_tolerance_rad",
        monitors.state().jointToleranceRad(),
        file.joints().stopOutsideRad(),
        "joints.stop_outside_rad, which takes the power: F22 stops before that");
    for (int i = 0; i < RobotFile.JOINTS; i++) {
      Bound.atMost(
          Bound.item("brake.deceleration_rad_per_s2", i),
          file.brake().decelerationRadPerS2().get(i),
          file.joints().maxAccelerationRadPerS2().get(i),
          "joints.max_acceleration_rad_per_s2 of this joint");
    }
  }

  private void contact() {
    ContactFigures contact = monitors.contact();
    List<Double> drives = file.joints().maxTorqueNm();
    for (int i = 0; i < RobotFile.JOINTS; i++) {
      Bound.within(
          Bound.item("monitors.contact.contact_nm", i),
          contact.contactNm().get(i),
          LEAST_CONTACT_SHARE * drives.get(i),
          MOST_CONTACT_SHARE * drives.get(i),
          "0.01 to 0.5 of joints.max_torque_nm of this joint: less no torque sensor knows, and with"
              + " more an arm that presses on somebody is hardly found (F25)");
      Bound.atMost(
          Bound.item("monitors.contact.collision_nm", i),
          contact.collisionNm().get(i),
          drives.get(i),
          "joints.max_torque_nm of this joint: a drive that presses with all it has would never pass"
              + " more (F25)");
    }
  }

  private void watched() {
    Bound.within(
        "monitors.drives.frozen_torque_change_nm",
        monitors.drives().frozenTorqueChangeNm(),
        LEAST_FROZEN_SHARE * weakestNm,
        MOST_FROZEN_SHARE * weakestNm,
        "a tenth of the weakest joint's torque at the most: else it may freeze unseen (F13)");
    Bound.atMost(
        "monitors.state.max_gravity_error_nm",
        monitors.state().maxGravityErrorNm(),
        Collections.max(file.joints().maxTorqueNm()),
        "the strongest joint's torque: more is never measured (F35)");
    Bound.atMost(
        "monitors.state.least_clearance_metres",
        monitors.state().leastClearanceMetres(),
        file.links().marginMetres(),
        "links.margin_metres, which the barrier keeps");
  }

  private void setPoint(SetPointFigures setPoint) {
    Bound.atMost(
        "set_point.max_speed_m_per_s",
        setPoint.maxSpeedMPerS(),
        file.tool().maxSpeedMPerS(),
        "tool.max_speed_m_per_s: the tool must be able to follow");
    Bound.atMost(
        "reduced.set_point_m_per_s",
        file.reduced().setPointMPerS(),
        setPoint.maxSpeedMPerS(),
        "set_point.max_speed_m_per_s: it reduces");
    Bound.atMost(
        "reduced.set_point_rad_per_s",
        file.reduced().setPointRadPerS(),
        setPoint.maxSpeedRadPerS(),
        "set_point.max_speed_rad_per_s: it reduces");
  }

  private void impedance(ImpedanceFigures impedance) {
    String weakest = "the weakest joint's torque, " + weakestNm + " Nm, by this stiffness";
    Bound.atMost(
        "impedance.max_error_rad",
        impedance.maxErrorRad(),
        weakestNm / impedance.stiffnessNmPerRad(),
        weakest);
    ImpedanceFigures.PostureFigures posture = impedance.posture();
    if (posture.stiffnessNmPerRad() > 0) {
      Bound.atMost(
          "impedance.posture.max_error_rad",
          posture.maxErrorRad(),
          weakestNm / posture.stiffnessNmPerRad(),
          weakest);
    }
    JointFigures joints = file.joints();
    for (int i = 0; i < RobotFile.JOINTS; i++) {
      Bound.within(
          Bound.item("impedance.posture.home_rad", i),
          posture.homeRad().get(i),
          joints.minPositionRad().get(i),
          joints.maxPositionRad().get(i),
          "joints.min_position_rad and max_position_rad: else it is drawn to its stop");
    }
    Bound.atMost(
        "monitors.state.max_set_point_error_metres",
        monitors.state().maxSetPointErrorMetres(),
        MOST_CLIPS * impedance.maxErrorMetres(),
        MOST_CLIPS + " times impedance.max_error_metres, to which errors are clipped (F31)");
  }

  private void operationalSpace(OperationalSpaceFigures law) {
    ToolFigures tool = file.tool();
    String box = "tool.box_min_metres and tool.box_max_metres: a target outside is never reached";
    for (int axis = 0; axis < 3; axis++) {
      Bound.atLeast(
          Bound.item("operational_space.target_min_metres", axis),
          law.targetMinMetres().get(axis),
          tool.boxMinMetres().get(axis),
          box);
      Bound.atMost(
          Bound.item("operational_space.target_max_metres", axis),
          law.targetMaxMetres().get(axis),
          tool.boxMaxMetres().get(axis),
          box);
    }
  }
}
