package dev.tandem.app.soak;

/** What is not as it should be around the loop. Control thread. */
final class SoakSwitches {
  boolean policySilent;
  boolean policyDead;
  boolean policyRests;
  boolean realTimeLost;
  boolean limitsRefused;
  private boolean twice;

  void actTwice(boolean now) {
    twice = now;
  }

  /** Once each time it was switched on. */
  boolean takeTwice() {
    boolean was = twice;
    twice = false;
    return was;
  }
}
