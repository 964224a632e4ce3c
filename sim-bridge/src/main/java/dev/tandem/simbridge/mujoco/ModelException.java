package dev.tandem.simbridge.mujoco;

/** A model that MuJoCo does not load: the file, and what MuJoCo says of it. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ModelException(String file, String words) {
    super(file + ": " + words.strip().replaceAll("\\s*\\R\\s*", ", "));
  }
}
