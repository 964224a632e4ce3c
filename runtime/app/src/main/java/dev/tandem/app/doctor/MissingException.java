package dev.tandem.app.doctor;

/** Something that the machine would need is not there; the message says what and how to get it. */
public final class MissingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MissingException(String what, String howToGetIt) {
    super(what + "; " + howToGetIt);
  }
}
