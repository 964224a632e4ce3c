package dev.tandem.app.robot;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The fault matrix's own figures, for which a robot's file may say others. What is larger is
 * looser: the fault is seen later, or not at all.
 */
enum MatrixFigure {
  STOP_CHANNELS(
      "lines.max_disagreement_s",
      0.01,
      "F01: an emergency stop with one broken channel takes the power later",
      its -> its.lines().maxDisagreementS()),
  STOP_LINES(
      "lines.max_age_s",
      0.02,
      "F01: an emergency stop that nobody reads any more stops later",
      its -> its.lines().maxAgeS()),
  TRACKER(
      "lines.max_tracker_age_s",
      0.1,
      "F29: a tracker that sees nothing slows the arm down later",
      its -> its.lines().maxTrackerAgeS()),
  LOST_PACKETS(
      "drives.lost_packets",
      5,
      "F12: drives that are not heard of stop later",
      its -> its.drives().lostPackets()),
  FROZEN(
      "drives.frozen_ticks",
      10,
      "F13: a state that is frozen stops later",
      its -> its.drives().frozenTicks()),
  BAD_STAMPS(
      "drives.bad_stamps", 3, "F14: stamps that jump stop later", its -> its.drives().badStamps()),
  STAMP_JUMP(
      "drives.max_stamp_jump_s",
      0.005,
      "F14: larger jumps of a stamp are believed",
      its -> its.drives().maxStampJumpS()),
  READING(
      "timing.max_reading_age_s",
      0.1,
      "a sensor that is not heard of stops later",
      its -> its.timing().maxReadingAgeS()),
  ACTION(
      "timing.max_action_age_s",
      0.1,
      "F06: a policy that is not heard of drives for longer",
      its -> its.timing().maxActionAgeS()),
  GRACE(
      "timing.stale_grace_s",
      0.1,
      "F06: a policy that is not heard of stops later",
      its -> its.timing().staleGraceS()),
  OVERRUNS_IN_A_ROW(
      "timing.overruns_in_a_row",
      3,
      "F15: ticks that take too long stop later",
      its -> its.timing().overrunsInARow()),
  OVERRUNS_A_SECOND(
      "timing.overruns_a_second",
      5,
      "F15: ticks that take too long stop later",
      its -> its.timing().overrunsASecond()),
  LATE_STOP2(
      "timing.late_stop2_s",
      0.005,
      "F16: the arm goes on after a later tick",
      its -> its.timing().lateStop2S()),
  LATE_STOP1(
      "timing.late_stop1_s",
      0.02,
      "F16: the arm keeps its power after a later tick",
      its -> its.timing().lateStop1S()),
  TRACKING(
      "state.max_tracking_error_rad",
      Math.toRadians(5),
      "F31: a joint that does not follow stops farther away",
      its -> its.state().maxTrackingErrorRad()),
  SET_POINT(
      "state.max_set_point_error_metres",
      0.01,
      "F31: a tool that does not follow stops farther away",
      its -> its.state().maxSetPointErrorMetres()),
  TRACKING_TIME(
      "state.tracking_s",
      0.05,
      "F31: what does not follow stops later",
      its -> its.state().trackingS()),
  GRAVITY(
      "state.max_gravity_error_nm",
      3,
      "F35: a heavier payload that the model does not know is taken",
      its -> its.state().maxGravityErrorNm()),
  GRAVITY_TIME(
      "state.gravity_s",
      0.1,
      "F35: a payload that the model does not know stops later",
      its -> its.state().gravityS()),
  PART_TIME("state.part_s", 0.05, "F44: a lost part stops later", its -> its.state().partS()),
  SINGULAR_SLOW(
      "state.singular_slow_condition",
      17,
      "F30: the arm is slowed down nearer to a singularity",
      its -> its.state().singularSlowCondition()),
  SINGULAR_HOLD(
      "state.singular_hold_condition",
      30,
      "F30: the policy drives nearer to a singularity",
      its -> its.state().singularHoldCondition());

  private static final double LEAST_S = 1e-6;

  /** As slow as sensors, buses and people's trackers of a fifth of the usual rate need it. */
  private static final int MOST_TIMES = 5;

  private static final String LATE = "five times the fault matrix's; later is no watch";

  private final String key;
  private final double matrix;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // reads a record, and holds nothing
  private final Function<MonitorFigures, Number> given;

  MatrixFigure(String key, double matrix, String meaning, Function<MonitorFigures, Number> given) {
    this.key = "monitors." + key;
    this.matrix = matrix;
    this.meaning = meaning;
    this.given = given;
  }

  /** Refuses a time that is more than {@value #MOST_TIMES} times as long. */
  void bound(double seconds) {
    Bound.within(key, seconds, LEAST_S, MOST_TIMES * matrix, LATE);
  }

  /** Refuses a count that is more than {@value #MOST_TIMES} times as large. */
  void bound(int count) {
    Bound.within(key, count, 1, Math.round(MOST_TIMES * matrix), LATE);
  }

  /**
   * For people: a line for each figure that is looser, with the matrix's and what comes of it. For
   * what a push is (F25) it has none, and those of the arm that ships stand in.
   */
  static List<String> looser(MonitorFigures figures) {
    Stream<String> own =
        Arrays.stream(values())
            .filter(its -> its.given.apply(figures).doubleValue() > its.matrix)
            .map(its -> its.line(its.given.apply(figures)));
    ContactFigures shipped = Robot.shipped().file().monitors().contact();
    return Stream.concat(own, figures.contact().looserThan(shipped).stream()).toList();
  }

  private String line(Number found) {
    return "%s: %s, looser than the fault matrix's %s: %s"
        .formatted(key, text(found.doubleValue()), text(matrix), meaning);
  }

  static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
