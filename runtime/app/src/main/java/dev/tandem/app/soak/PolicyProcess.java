package dev.tandem.app.soak;

import dev.tandem.runtime.decide.ActionSlot;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Clock;

/**
 * A policy of 50 Hz in a process of its own, played on the control thread: it moves and turns the
 * tool, and offers its actions to the loop's slot.
 */
final class PolicyProcess {
  private static final int PERIOD_TICKS = 20;
  private static final double SECONDS_PER_NANO = 1e-9;

  private final ActionSlot slot;
  private final Clock clock;
  private final CirclingTool tool;
  private final MutableAction action;
  private final SoakSwitches switches;
  private long sequence;
  private long stampNanos;

  PolicyProcess(ActionSlot slot, Clock clock, CirclingTool tool, Task task, SoakSwitches switches) {
    this.slot = slot;
    this.clock = clock;
    this.tool = tool;
    this.action = new MutableAction(task.actionSpec());
    this.switches = switches;
  }

  /** Between two ticks. */
  void before(long tick, Observation seen) {
    if (switches.takeTwice()) {
      slot.offer(sequence, stampNanos, 0, action);
    }
    if (switches.policyDead) {
      slot.end();
    } else if (tick % PERIOD_TICKS == 0 && !switches.policySilent) {
      stampNanos = clock.nanoTime();
      if (switches.policyRests) {
        action.zero();
      } else {
        tool.aim(seen, stampNanos * SECONDS_PER_NANO, action);
      }
      sequence++;
      slot.offer(sequence, stampNanos, 0, action);
    }
  }
}
