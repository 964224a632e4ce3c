package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.guard.Supervisor;
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
 * Operator#handBack}, a person after having let go; nor does the end of a hold that has lasted.
 * Control thread.
 */
public final class Authority implements Supervisor {
  private final ModeState state = new ModeState();
  private final Verdicts verdicts;
  private final Braking braking;
  private final Token token;
  private final Grants grants;
  private final Operator operator;
  private final Wishes wishes;
  private final ReducedSpeed speed;
  private Fault cause = Fault.NONE;
  private Fault worsenedBy = Fault.NONE;

  /**
   * An authority that is off.
   *
   * @param observation with a block {@code qd}, in rad/s, by which a stop ends
   * @param monitors asked in this order
   * @param operator through whom people ask for something
   */
  public Authority(
      SignalSpec observation, AuthorityConfig config, List<Monitor> monitors, Operator operator) {
    this.operator = operator;
    this.wishes = operator.wishes();
    this.verdicts = new Verdicts(monitors);
    this.braking = new Braking(observation, config);
    this.token = new Token(config.mutePolicyNanos());
    this.speed = new ReducedSpeed(config.leaveReducedNanos());
    this.grants = new Grants(state, token, verdicts, braking, config.recoveriesPerMinute());
  }

  @Override
  @HotPath
  public Mode update(Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    Asked asked = wishes.take();
    Mode before = state.mode();
    Reaction wanted = grants.reaction(asked.request(), observation);
    Reaction reaction = verdicts.collect(tick, observation, health, lastApplied, wanted);
    boolean reduced = speed.update(tick, verdicts.reduce() || wishes.wantsReducedSpeed());
    if (reaction.stops()) {
      grants.refuse(verdicts.cause());
      state.move(Event.of(reaction));
    } else {
      Fault hold = reaction == Reaction.HOLD ? verdicts.cause() : Fault.NONE;
      grants.grant(asked.request(), tick, observation, hold);
      state.move(token.give(tick, health, hold));
      conflict(before);
      state.move(reduced ? Event.REDUCE : Event.RESTORE);
    }
    worsenedBy = state.mode() != before ? verdicts.cause() : Fault.NONE;
    brake(tick, observation, before);
    note(before);
    asked.heard(before, state.mode(), grants.objection(), verdicts.faults(), grants.waitNanos());
    return state.mode();
  }

  @Override
  public Mode breakDown() {
    Mode before = state.mode();
    state.move(Event.BREAK);
    verdicts.add(Fault.TICK_FAILED, Reaction.STOP0);
    worsenedBy = Fault.TICK_FAILED;
    note(before);
    return state.mode();
  }

  /** F32: the person wins, and the policy is muted until a while after. */
  @HotPath
  private void conflict(Mode before) {
    if (before.policyDrives() && state.mode().humanDrives()) {
      verdicts.add(Fault.AUTHORITY_CONFLICT, Reaction.LIMIT);
    }
  }

  /** To its end: at rest, or for so long on the way that power off is safer. */
  @HotPath
  private void brake(Tick tick, Observation observation, Mode before) {
    if (!state.mode().brakes()) {
      return;
    }
    if (state.mode() != before) {
      braking.begin(tick);
    } else if (braking.isOver(observation)) {
      state.move(Event.AT_REST);
    } else if (braking.isOverdue(tick)) {
      verdicts.add(Fault.STILL_MOVING, Reaction.STOP0);
      worsenedBy = Fault.STILL_MOVING;
      state.move(Event.STOP0);
    }
  }

  @HotPath
  private void note(Mode before) {
    if (!state.mode().isStop()) {
      cause = Fault.NONE;
    } else if (!before.isStop()) {
      cause = verdicts.cause();
      token.withdraw();
    }
  }

  /** Whether tool and set point keep to their reduced speeds, whoever drives. Control thread. */
  @HotPath
  public boolean isReduced() {
    return speed.isReduced();
  }

  /**
   * What kept the policy from driving for so long that, once it is gone, a person must let it drive
   * again; {@link Fault#NONE} when nothing did. Any thread.
   */
  public Fault heldLongBy() {
    return token.heldLongBy();
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
    state.restart();
    cause = Fault.NONE;
    token.restart();
    speed.restart();
    wishes.forget();
    verdicts.restart();
  }

  @Override
  @HotPath
  public Mode mode() {
    return state.mode();
  }

  @Override
  @HotPath
  public Fault cause() {
    return cause;
  }

  @Override
  @HotPath
  public Fault worsenedBy() {
    return worsenedBy;
  }

  @Override
  @HotPath
  public long faults() {
    return verdicts.faults();
  }
}
