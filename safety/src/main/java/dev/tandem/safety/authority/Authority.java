package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.guard.Supervisor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/**
 * One token, one owner: e-stop before protective stop before human before policy before hold. Asks
 * its monitors in every tick and stops as they say; a stop latches, grows stronger by itself and
 * never weaker. A person who takes over drives in the same tick; one whose device is lost leaves
 * the robot holding, never the policy driving. A person who is near, or may be, reduces the speed.
 *
 * <p>A recovery never starts motion by itself (ISO 10218-1): the policy drives again after {@link
 * Operator#handBack}, a person after having let go. Control thread.
 */
public final class Authority implements Supervisor {
  private static final long LONG_AGO = Long.MIN_VALUE / 2;

  private final StateTable table = new StateTable();
  private final AuthorityConfig config;
  private final Verdicts verdicts;
  private final Block speeds;
  private final RecoveryLimit recoveries;
  private final Operator operator;
  private final ReducedSpeed speed;
  private volatile Mode mode = Mode.OFF;
  private Fault cause = Fault.NONE;
  private boolean policyAllowed;
  private boolean humanAllowed = true;
  private boolean humanDrove;
  private long humanLetGoNanos = LONG_AGO;
  private long brakingSinceNanos;

  /**
   * An authority that is off.
   *
   * @param observation with a block {@code qd}, in rad/s, by which a stop ends
   * @param monitors asked in this order
   * @param operator through whom people ask for something
   */
  public Authority(
      SignalSpec observation, AuthorityConfig config, List<Monitor> monitors, Operator operator) {
    this.config = config;
    this.operator = operator;
    this.verdicts = new Verdicts(monitors);
    this.speeds = observation.block("qd");
    this.speed = new ReducedSpeed(config.leaveReducedNanos());
    this.recoveries = new RecoveryLimit(config.recoveriesPerMinute());
  }

  @Override
  @HotPath
  public Mode update(Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    Request wish = operator.take();
    Reaction reaction = verdicts.collect(tick, observation, health, lastApplied, wish);
    Mode before = mode;
    boolean reduced = speed.update(tick, verdicts.reduce() || operator.wantsReducedSpeed());
    if (reaction.stops()) {
      move(stop(reaction));
    } else {
      grant(wish, tick, reaction.compareTo(Reaction.HOLD) < 0);
      move(driver(tick, health, reaction));
      move(reduced ? Event.REDUCE : Event.RESTORE);
    }
    if (before == Mode.STOP1 && hasStopped(tick, observation)) {
      move(Event.AT_REST);
    }
    note(tick, before);
    return mode;
  }

  @HotPath
  private static Event stop(Reaction reaction) {
    return switch (reaction) {
      case STOP0 -> Event.STOP0;
      case STOP1 -> Event.STOP1;
      default -> Event.STOP2;
    };
  }

  @HotPath
  private void move(Event event) {
    mode = table.next(mode, event);
  }

  @HotPath
  private void note(Tick tick, Mode before) {
    if (mode.isStop() && !before.isStop()) {
      cause = verdicts.cause();
      policyAllowed = false;
      humanAllowed = false;
    } else if (!mode.isStop()) {
      cause = Fault.NONE;
    }
    if (mode == Mode.STOP1 && before != Mode.STOP1) {
      brakingSinceNanos = tick.startNanos();
    }
  }

  /** At rest, or for so long on the way that power off is safer; also when speeds are unknown. */
  @HotPath
  private boolean hasStopped(Tick tick, Observation observation) {
    boolean rest = true;
    for (int i = 0; i < speeds.size(); i++) {
      double speed = observation.get(speeds.offset() + i);
      rest &= !(Math.abs(speed) > config.restRadPerS());
    }
    return rest || tick.startNanos() - brakingSinceNanos >= config.maxBrakingNanos();
  }

  @HotPath
  private void grant(Request wish, Tick tick, boolean healthy) {
    switch (wish) {
      case TEST -> move(Event.TEST);
      case ARM -> move(healthy ? Event.ARM : Event.DISARM);
      case DISARM -> move(Event.DISARM);
      case RECOVER -> recover(tick);
      case HOLD -> policyAllowed = false;
      case HAND_BACK -> policyAllowed = healthy && mode.isPowered() && !mode.isStop();
      default -> {}
    }
    if (mode == Mode.SELF_TEST && healthy) {
      move(Event.TEST_PASSED);
    }
  }

  @HotPath
  private void recover(Tick tick) {
    if (mode != Mode.STOP2 && mode != Mode.STOP0) {
      return;
    }
    if (recoveries.grant(tick.startNanos())) {
      move(Event.RECOVER);
      humanAllowed = false;
      verdicts.recovered();
    } else {
      verdicts.add(Fault.RECOVERED_TOO_OFTEN, Reaction.LIMIT);
    }
  }

  @HotPath
  private Event driver(Tick tick, LoopHealth health, Reaction reaction) {
    humanAllowed |= !health.humanDrives;
    boolean human = humanAllowed && health.humanDrives && !health.humanLost;
    policyAllowed &= !(humanDrove && health.humanLost);
    humanLetGoNanos = humanDrove ? tick.startNanos() : humanLetGoNanos;
    boolean muted = tick.startNanos() - humanLetGoNanos < config.mutePolicyNanos();
    humanDrove = human;
    if (human) {
      return Event.HUMAN_DRIVES;
    }
    boolean policy = policyAllowed && !muted && reaction != Reaction.HOLD;
    return policy ? Event.POLICY_DRIVES : Event.NOBODY_DRIVES;
  }

  /**
   * Whether tool and set point keep to their reduced speeds in this tick, whoever drives or not;
   * while somebody drives the mode says so too. Control thread.
   */
  @HotPath
  public boolean isReduced() {
    return speed.isReduced();
  }

  /** Through which people ask for something. */
  public Operator operator() {
    return operator;
  }

  /**
   * Armed, with the policy allowed, whatever was before: for a simulated robot that was put back,
   * never for a real one. Control thread.
   */
  public void restart() {
    mode = Mode.ARMED;
    cause = Fault.NONE;
    policyAllowed = true;
    humanAllowed = true;
    humanDrove = false;
    humanLetGoNanos = LONG_AGO;
    speed.restart();
    operator.take();
    verdicts.restart();
  }

  @Override
  @HotPath
  public Mode mode() {
    return mode;
  }

  @Override
  @HotPath
  public Fault cause() {
    return cause;
  }

  @Override
  @HotPath
  public long faults() {
    return verdicts.faults();
  }
}
