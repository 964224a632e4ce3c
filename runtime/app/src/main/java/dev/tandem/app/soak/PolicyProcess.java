package dev.tandem.app.soak;

import dev.tandem.runtime.decide.ActionSlot;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Clock;

/**
 * A policy of 50 Hz in a process of its own, played on the control thread: it moves the tool round
 * a circle in the middle of the arm's workspace and offers its actions to the loop's slot.
 */
final class PolicyProcess {
  private static final int PERIOD_TICKS = 20;
  private static final double[] MIDDLE_METRES = {0.5, 0, 0.25};
  private static final double RADIUS_METRES = 0.1;
  private static final double RAD_PER_S = 1.5;
  private static final double STEP_METRES = 0.03;

  private final ActionSlot slot;
  private final Clock clock;
  private final Block tool;
  private final MutableAction action;
  private final SoakSwitches switches;
  private long sequence;
  private long stampNanos;

  PolicyProcess(
      ActionSlot slot,
      Clock clock,
      SignalSpec observation,
      SignalSpec action,
      SoakSwitches switches) {
    this.slot = slot;
    this.clock = clock;
    this.tool = observation.block(TrueState.PREFIX + "tool");
    this.action = new MutableAction(action);
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
      double turnRad = RAD_PER_S * stampNanos * 1e-9;
      aim(seen, 0, RADIUS_METRES * Math.cos(turnRad));
      aim(seen, 1, RADIUS_METRES * Math.sin(turnRad));
      aim(seen, 2, 0);
      sequence++;
      slot.offer(sequence, stampNanos, 0, action);
    }
  }

  private void aim(Observation seen, int axis, double offMiddleMetres) {
    double way = MIDDLE_METRES[axis] + offMiddleMetres - seen.get(tool.offset() + axis);
    double step = Math.max(-STEP_METRES, Math.min(STEP_METRES, way));
    action.set(axis, switches.policyRests ? 0 : step);
  }
}
