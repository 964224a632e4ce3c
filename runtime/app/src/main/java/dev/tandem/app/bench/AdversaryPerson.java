package dev.tandem.app.bench;

import dev.tandem.runtime.guard.Mode;

/**
 * The person at an {@link AdversaryCell}: waits for the end of every stop, looks, recovers with a
 * reason, arms, and hands back. A recovery that is not granted, because of how many there were in
 * the last minute or of what a monitor still sees, ends with the power off and a minute's wait; an
 * arm that cannot go on from where it is is put back by hand.
 */
final class AdversaryPerson {
  private static final long MINUTE_NANOS = 60_000_000_000L;

  /** Standing still is looked at for so long. */
  private static final int LOOKING_TICKS = 100;

  /** More than the authority gives a controlled stop before it takes the power. */
  private static final int MOST_BRAKING_TICKS = 700;

  /** From a recovery to the arm at work, when nothing speaks against it. */
  private static final int PATIENCE_TICKS = 20;

  private static final int MOST_STOPS_IN_A_ROW = 4;

  private final AdversaryCell at;
  private final Pace pace;
  private long recoveries;
  private long refused;
  private long putBacks;
  private int stopsInARow;

  /** How time goes on. */
  interface Pace {
    /** Another tick. */
    void tick();

    /** Whether there is time left. */
    boolean goesOn();

    /** Whether no joint truly moves. */
    boolean rests();

    /** The arm, without power, goes back to where an episode begins. */
    void putBack();
  }

  AdversaryPerson(AdversaryCell at, Pace pace) {
    this.at = at;
    this.pace = pace;
  }

  /** The arm did as it was asked to for a while. */
  void isContent() {
    stopsInARow = 0;
  }

  /** Until the adversary is at work again. */
  void goOn() {
    int waited = 0;
    while (pace.goesOn() && !at.isAtWork()) {
      waited++;
      if (at.mode().isStop()) {
        makeGood();
      } else if (waited > PATIENCE_TICKS) {
        stopsInARow = MOST_STOPS_IN_A_ROW;
        waited = 0;
        powerOff();
      } else {
        goOnFrom(at.mode());
      }
    }
  }

  private void goOnFrom(Mode mode) {
    switch (mode) {
      case OFF -> at.operator.test();
      case READY -> at.operator.arm();
      default -> at.operator.handBack();
    }
    pace.tick();
  }

  private void makeGood() {
    watchItsEnd();
    stopsInARow++;
    if (stopsInARow > MOST_STOPS_IN_A_ROW) {
      powerOff();
      pace.putBack();
      putBacks++;
      stopsInARow = 0;
    }
    at.operator.recover("looked at the robot, it is safe to go on");
    pace.tick();
    if (!at.mode().isStop()) {
      recoveries++;
    } else {
      refused++;
      powerOff();
      at.clock.advanceNanos(MINUTE_NANOS);
    }
  }

  /** Braking, and standing still afterwards. */
  void watchItsEnd() {
    int still = 0;
    for (int i = 0; i < MOST_BRAKING_TICKS && still < LOOKING_TICKS && pace.goesOn(); i++) {
      pace.tick();
      still = pace.rests() ? still + 1 : 0;
    }
  }

  /** Category 1 to its end. */
  void powerOff() {
    at.operator.emergencyStop("power off");
    for (int i = 0; i < MOST_BRAKING_TICKS && at.mode() != Mode.STOP0 && pace.goesOn(); i++) {
      pace.tick();
    }
  }

  long recoveries() {
    return recoveries;
  }

  /** Recoveries that were not granted. */
  long refused() {
    return refused;
  }

  /** Because the arm could not go on from where it was. */
  long putBacks() {
    return putBacks;
  }
}
