package dev.tandem.app.train;

/** The safety gate stopped the robot and the run ends there; what was recorded is kept. */
public final class RunStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RunStoppedException(long episode, String description) {
    super("stopped in episode " + episode + ": " + description);
  }
}
