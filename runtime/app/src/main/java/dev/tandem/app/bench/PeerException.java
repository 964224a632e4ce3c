package dev.tandem.app.bench;

/** A program to compare with did not answer; one line says which and why. */
final class PeerException extends Exception {
  private static final long serialVersionUID = 1;

  PeerException(String problem) {
    super(problem);
  }

  PeerException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
