package dev.tandem.app.faults;

import dev.tandem.runtime.decide.ActionSlot;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Clock;

/** A policy of 50 Hz beside the loop, which moves the tool in circles until it is silent. */
final class CirclingPolicy {
  private static final int PHASE_TICKS = 7;
  private static final double STEP_METRES = 0.012;
  private static final double TURN_RAD = 0.25;

  final ActionSlot slot;
  boolean silent;
  private final Clock clock;
  private final MutableAction action;
  private long sequence;

  CirclingPolicy(SignalSpec spec, Clock clock) {
    this.clock = clock;
    this.slot = new ActionSlot(spec, clock);
    this.action = new MutableAction(spec);
  }

  void before(long tick) {
    if (!silent && (tick + PHASE_TICKS) % FaultRig.TICKS_PER_DECISION == 0) {
      offer();
    }
  }

  void offer() {
    double turn = TURN_RAD * sequence;
    action.set(0, STEP_METRES * Math.cos(turn));
    action.set(1, STEP_METRES * Math.sin(turn));
    sequence++;
    offerAgain();
  }

  /** What the slot has seen already, if it has. */
  void offerAgain() {
    slot.offer(sequence, clock.nanoTime(), 0, action);
  }
}
