package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What drives make of a command: late, lagging, with an own gain, and with less torque the faster
 * they turn, as a direct-current motor: {@code |tau| <= tau_max (1 - qd / qd_0)} in the direction
 * of the speed (IsaacLab calls it DCMotor). Whatever the drives of a body take counts as torque;
 * what turns at which speed is known of an arm's drives alone. One thread.
 */
final class RandomizedDrives {
  private final Block torques;
  private final Block speeds;
  private final double[] maxTorqueNm;
  private final double[] commanded;
  private final double[] followed;
  private final double[] gain;
  private final MutableCommand made;
  private DelayLine line;
  private RandomGenerator random;
  private int delayTicks;
  private int jitterTicks;
  private double lagSeconds;
  private double noLoadRadPerS;
  private boolean ideal;

  /**
   * For drives with these channels; ideal until told otherwise.
   *
   * @param random never drawn from before the first {@link #begin}
   */
  RandomizedDrives(SignalSpec command, SignalSpec observation, RandomGenerator random) {
    this.torques = driven(command);
    this.speeds = observation.block("qd");
    this.maxTorqueNm =
        command.channels().stream()
            .skip(torques.offset())
            .limit(torques.size())
            .mapToDouble(Channel::max)
            .toArray();
    this.commanded = new double[command.size()];
    this.followed = new double[torques.size()];
    this.gain = new double[torques.size()];
    this.made = new MutableCommand(command);
    this.line = new DelayLine(commanded.length, 0);
    this.random = random;
    this.ideal = true;
  }

  /** What drives an arm's joints, else a body's. */
  static Block driven(SignalSpec command) {
    boolean arm = command.channels().stream().anyMatch(each -> each.name().equals("tau.0"));
    return command.block(arm ? "tau" : "drive");
  }

  /** A new episode: nothing was commanded yet. */
  void begin(Conditions conditions, double periodSeconds, RandomGenerator drawn) {
    random = drawn;
    delayTicks = ticks(conditions.of(Parameter.DRIVES_DELAY_SECONDS), periodSeconds);
    jitterTicks = ticks(conditions.of(Parameter.DRIVES_JITTER_SECONDS), periodSeconds);
    line = new DelayLine(commanded.length, delayTicks + jitterTicks);
    lagSeconds = conditions.of(Parameter.DRIVES_LAG_SECONDS);
    noLoadRadPerS = conditions.of(Parameter.DRIVES_NO_LOAD_SPEED_RAD_PER_S);
    double spread = conditions.of(Parameter.DRIVES_GAIN_SPREAD);
    for (int i = 0; i < gain.length; i++) {
      double own = 1 + spread * (2 * drawn.nextDouble() - 1);
      gain[i] = conditions.of(Parameter.DRIVES_GAIN) * own;
    }
    ideal =
        delayTicks + jitterTicks == 0
            && lagSeconds == 0
            && noLoadRadPerS == 0
            && Arrays.stream(gain).allMatch(factor -> factor == 1);
    rest();
  }

  static int ticks(double seconds, double periodSeconds) {
    return (int) Math.round(seconds / periodSeconds);
  }

  /** Without power: what was under way is lost. */
  @HotPath
  void rest() {
    line.clear();
    Arrays.fill(followed, 0);
  }

  /**
   * What the drives make of a command; valid until the next.
   *
   * @param seen what the simulator observes now
   */
  @HotPath
  Command follow(Command wanted, MutableObservation seen, double dtSeconds) {
    if (ideal) {
      return wanted;
    }
    wanted.copyTo(commanded, 0);
    int late = jitterTicks == 0 ? delayTicks : delayTicks + random.nextInt(jitterTicks + 1);
    line.delay(commanded, late);
    for (int i = 0; i < commanded.length; i++) {
      made.set(i, commanded[i]);
    }
    double blend = dtSeconds / (lagSeconds + dtSeconds);
    for (int i = 0; i < followed.length; i++) {
      int channel = torques.offset() + i;
      followed[i] += blend * (commanded[channel] - followed[i]);
      double torqueNm = gain[i] * followed[i];
      made.set(channel, noLoadRadPerS == 0 ? torqueNm : bounded(i, torqueNm, seen));
    }
    return made;
  }

  private double bounded(int joint, double torqueNm, MutableObservation seen) {
    double speedRadPerS = seen.get(speeds.offset() + joint);
    double forwards = maxTorqueNm[joint] * Math.max(0, 1 - speedRadPerS / noLoadRadPerS);
    double backwards = maxTorqueNm[joint] * Math.max(0, 1 + speedRadPerS / noLoadRadPerS);
    return Math.max(-backwards, Math.min(forwards, torqueNm));
  }
}
