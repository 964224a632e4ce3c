package dev.tandem.app.soak;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;
import java.util.List;

/**
 * Channels that go wrong.
 *
 * @param first of so many neighbours
 * @param lie what the sensor says meanwhile
 */
record SpoiltChannel(String name, Fault sign, Span span, String first, int channels, Lie lie) {

  /** How soon it must be seen, how long it lasts, and whether a stopped robot may meet it. */
  record Span(long withinTicks, long lastsTicks, boolean whileStopped) {}

  /** What the sensor says. */
  record Lie(Distortion distortion, IoStatus status) {}

  private static SpoiltChannel of(
      String name, Fault sign, Span span, String first, int channels, Distortion distortion) {
    return new SpoiltChannel(name, sign, span, first, channels, new Lie(distortion, IoStatus.OK));
  }

  private static Span span(long within, long lasts) {
    return new Span(within, lasts, false);
  }

  private static Span always(long within, long lasts) {
    return new Span(within, lasts, true);
  }

  /** Of the arm's own sensor. */
  static List<SpoiltChannel> ofArm() {
    Distortion same = Distortion.by(0);
    return List.of(
        of("NaN in a joint", Fault.OBSERVATION_NOT_FINITE, span(2, 1), "q.3", 1, to(Double.NaN)),
        of(
            "infinite joint speed",
            Fault.OBSERVATION_NOT_FINITE,
            always(2, 50),
            "qd.0",
            1,
            to(Double.POSITIVE_INFINITY)),
        of("joint speed of 1e200", Fault.JOINT_TOO_FAST, span(1, 2), "qd.2", 1, to(1e200)),
        of("state frozen", Fault.STATE_FROZEN, span(60, 100), "q.0", 21, Distortion.frozen()),
        of("joint beyond its limit", Fault.JOINT_BEYOND_LIMIT, span(1, 5), "q.4", 1, to(2.93)),
        of("joint too fast", Fault.JOINT_TOO_FAST, span(1, 3), "qd.6", 1, to(3.2)),
        of("tool outside", Fault.OUT_OF_WORKSPACE, always(1, 5), "tool.0", 1, to(0.85)),
        of("elbow stretched", Fault.SINGULARITY, span(1, 5), "q.3", 1, to(-0.075)),
        new SpoiltChannel(
            "arm's sensor faulty",
            Fault.SENSOR_FAULT,
            always(1, 20),
            "q.0",
            1,
            new Lie(same, IoStatus.FAULT)));
  }

  /** Of the cell's inputs. */
  static List<SpoiltChannel> ofInputs() {
    Distortion frozen = Distortion.frozen();
    return List.of(
        of("e-stop pressed", Fault.E_STOP, always(1, 300), Channels.E_STOP_A, 2, to(0)),
        of("e-stop, one channel", Fault.E_STOP, always(1, 60), Channels.E_STOP_B, 1, to(0)),
        of("e-stop tapped", Fault.E_STOP, always(1, 1), Channels.E_STOP_A, 1, to(0)),
        of("e-stop line stale", Fault.E_STOP, always(21, 60), Channels.E_STOP_STAMP, 1, frozen),
        of(
            "enabling device released",
            Fault.ENABLING_DEVICE,
            always(1, 400),
            Channels.ENABLE,
            1,
            to(0)),
        of(
            "enabling device squeezed",
            Fault.ENABLING_DEVICE,
            span(1, 5),
            Channels.ENABLE,
            1,
            to(2)),
        of("field broken", Fault.PROTECTIVE_STOP, always(1, 700), Channels.PROTECTIVE, 1, to(0)),
        of(
            "drive's fault word",
            Fault.DRIVE_FAULT,
            always(1, 40),
            Channels.DRIVE_STATUS,
            1,
            to(64)),
        of("frame corrupt", Fault.FRAME_CORRUPT, span(1, 1), Channels.DRIVE_CORRUPT, 1, to(1)),
        of(
            "stamps ahead",
            Fault.STATE_STAMP,
            span(3, 10),
            Channels.DRIVE_STAMP,
            1,
            Distortion.by(0.5)),
        of(
            "stamps back",
            Fault.STATE_STAMP,
            span(1, 10),
            Channels.DRIVE_STAMP,
            1,
            Distortion.by(-0.5)),
        of(
            "somebody too close",
            Fault.PERSON_TOO_CLOSE,
            span(1, 500),
            Channels.PERSON_DISTANCE,
            1,
            to(0.2)),
        of("tracker stale", Fault.TRACKER_STALE, span(102, 150), Channels.TRACKER_STAMP, 1, frozen),
        of("tracker lost", Fault.TRACKER_STALE, span(102, 600), Channels.TRACKER_STAMP, 1, frozen),
        of("part lost", Fault.GRIPPER, span(50, 90), Channels.GRIPPER_WIDTH, 1, to(0.08)),
        of(
            "joints do not follow",
            Fault.TRACKING_ERROR,
            span(52, 90),
            Channels.COMMANDED + ".2",
            1,
            Distortion.by(0.2)));
  }

  private static Distortion to(double value) {
    return Distortion.to(value);
  }
}
