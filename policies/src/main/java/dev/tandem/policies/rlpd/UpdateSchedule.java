package dev.tandem.policies.rlpd;

/**
 * Owes the learner one call of {@code Learner.update}, that is UTD critic updates, for every
 * environment step since learning began; never more and never less. One thread.
 */
public final class UpdateSchedule {
  private final long startSteps;
  private long steps;
  private long done;
  private long mostOwed;

  /**
   * @param startSteps environment steps before learning begins; the first step after them is the
   *     first that counts
   */
  public UpdateSchedule(long startSteps) {
    if (startSteps < 0) {
      throw new IllegalArgumentException("startSteps must be >= 0, got " + startSteps);
    }
    this.startSteps = startSteps;
  }

  /** Goes on where a run stopped. */
  public void resume(long environmentSteps, long updateCalls) {
    this.steps = environmentSteps;
    this.done = updateCalls;
  }

  /** One environment step was taken and its transition is in the buffer. */
  public void stepped() {
    steps++;
    mostOwed = Math.max(mostOwed, owed());
  }

  /** Calls that are due now. */
  public long owed() {
    return Math.max(0, steps - startSteps) - done;
  }

  /** One call was made; throws when none was due. */
  public void updated() {
    if (owed() <= 0) {
      throw new IllegalStateException(
          "update without an environment step: " + steps + " steps, " + done + " updates");
    }
    done++;
  }

  /** Environment steps so far. */
  public long environmentSteps() {
    return steps;
  }

  /** Calls made so far. */
  public long updateCalls() {
    return done;
  }

  /** The longest that the learner ever had to catch up, in calls; 1 when it keeps pace. */
  public long mostOwed() {
    return mostOwed;
  }
}
