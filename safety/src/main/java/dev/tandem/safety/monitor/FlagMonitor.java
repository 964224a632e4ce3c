package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.function.BooleanSupplier;

/**
 * A fault that another thread finds and tells by a flag.
 *
 * @param raised read in every tick; a volatile read, no lock
 * @param reaction for as long as it is raised
 */
public record FlagMonitor(Fault fault, BooleanSupplier raised, Reaction reaction)
    implements Monitor {
  /** F40: the control thread lost its priority, core or locked memory; category 2. */
  public static Monitor realTimeLost(BooleanSupplier raised) {
    return new FlagMonitor(Fault.REAL_TIME_LOST, raised, Reaction.STOP2);
  }

  /** F37: the journal lost its disk; seen, and nobody stops. */
  public static Monitor journalFailed(BooleanSupplier raised) {
    return new FlagMonitor(Fault.JOURNAL_FAILED, raised, Reaction.LIMIT);
  }

  /** F10: the policy's process has ended; nobody drives, and soon the action is stale (F06). */
  public static Monitor policyLost(BooleanSupplier raised) {
    return new FlagMonitor(Fault.POLICY_LOST, raised, Reaction.HOLD);
  }

  /** F34: limits that are not this robot's; refuses to arm. */
  public static Monitor configurationRefused(BooleanSupplier raised) {
    return new FlagMonitor(Fault.CONFIGURATION, raised, Reaction.HOLD);
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    return raised.getAsBoolean() ? reaction : Reaction.NONE;
  }
}
