package dev.tandem.safety.monitor;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.safety.barrier.KeepOut;
import dev.tandem.safety.barrier.LinkCapsule;
import dev.tandem.safety.barrier.SpaceConfig;
import dev.tandem.safety.filter.WorkspaceBox;
import java.util.ArrayList;
import java.util.List;

/** arm7 with every channel that a monitor may look at, healthy, at 1 kHz. */
final class Watched {
  static final int JOINTS = 7;
  static final long PERIOD_NANOS = 1_000_000;
  static final SignalSpec OBSERVATION = observationSpec();
  static final SignalSpec COMMAND = new SignalSpec("drives", SignalSpec.block("tau", "Nm", JOINTS));
  static final MonitorConfig CONFIG =
      MonitorConfig.defaults(
          new WorkspaceBox(new double[] {0.3, -0.3, 0.06}, new double[] {0.7, 0.3, 0.5}));

  private static final double[] LINK = new double[3];

  /** Balls around elbow and hand, another below the floor. */
  static final SpaceConfig SPACE =
      new SpaceConfig(
          List.of(new LinkCapsule(3, LINK, LINK, 0.05), new LinkCapsule(6, LINK, LINK, 0.05)),
          List.of(new KeepOut.Ball(new double[] {0, 0, -1}, 0.1)),
          List.of(new SpaceConfig.CapsulePair(0, 1)),
          2,
          0.05,
          0.04);

  final ChainModel model = new ChainModel(Arm7.chain());
  final LoopHealth health = new LoopHealth();
  final MutableTick tick = new MutableTick(PERIOD_NANOS);
  final MutableObservation observation = new MutableObservation(OBSERVATION);
  final MutableCommand lastApplied = new MutableCommand(COMMAND);
  private long index;

  Watched() {
    health.mode = Mode.RUN_POLICY;
    double[] q = Arm7.homeRad();
    for (int i = 0; i < JOINTS; i++) {
      set("q." + i, q[i]);
      set("q_command." + i, q[i]);
    }
    set("tool.0", 0.5);
    set("tool.2", 0.3);
    set(Channels.E_STOP_A, 1);
    set(Channels.E_STOP_B, 1);
    set(Channels.ENABLE, 1);
    set(Channels.PROTECTIVE, 1);
    set(Channels.PERSON_DISTANCE, 3);
    gravity(1);
    stamps();
  }

  private static SignalSpec observationSpec() {
    List<Channel> channels = new ArrayList<>(SignalSpec.block("q", "rad", JOINTS));
    channels.addAll(SignalSpec.block("qd", "rad/s", JOINTS));
    channels.addAll(SignalSpec.block("tau", "Nm", JOINTS));
    channels.addAll(SignalSpec.block("q_command", "rad", JOINTS));
    channels.addAll(SignalSpec.block("tool", "m", 3));
    channels.addAll(SignalSpec.block("tool_velocity", "m/s", 3));
    channels.addAll(SignalSpec.block("wrench", "N", 6));
    channels.addAll(Channels.ofCell());
    return new SignalSpec("arm", channels);
  }

  void set(String channel, double value) {
    observation.set(OBSERVATION.indexOf(channel), value);
  }

  /** Measured torques: what holds the arm, times a factor. */
  void gravity(double factor) {
    double[] torque = gravityTorque();
    for (int i = 0; i < JOINTS; i++) {
      set("tau." + i, factor * torque[i]);
    }
  }

  double[] gravityTorque() {
    double[] torque = new double[JOINTS];
    model.update(Arm7.homeRad(), 0);
    model.biasTorque(new double[JOINTS], 0, torque);
    return torque;
  }

  private void stamps() {
    for (String stamp :
        List.of(Channels.E_STOP_STAMP, Channels.DRIVE_STAMP, Channels.TRACKER_STAMP)) {
      set(stamp, tick.startNanos() * 1e-9);
    }
    set(Channels.DRIVE_SEQUENCE, (double) index);
  }

  /** One period on, with fresh stamps and packets. */
  void advance() {
    pass(1);
    stamps();
  }

  /** Time passes, nothing new comes. */
  void pass(long ticks) {
    index += ticks;
    tick.set(index, index * PERIOD_NANOS, 0);
  }

  Reaction ask(Monitor monitor) {
    return monitor.inspect(tick, observation, health, lastApplied);
  }

  /** The reaction in the last of so many ticks. */
  Reaction after(int ticks, Monitor monitor) {
    Reaction reaction = Reaction.NONE;
    for (int i = 0; i < ticks; i++) {
      advance();
      reaction = ask(monitor);
    }
    return reaction;
  }
}
