package dev.tandem.controllers.model;

/** A robot description cannot be used; the message says where, what was expected and what to do. */
public final class UrdfException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UrdfException(String message) {
    super(message);
  }
}
