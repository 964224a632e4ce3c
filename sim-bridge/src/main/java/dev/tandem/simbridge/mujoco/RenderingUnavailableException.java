package dev.tandem.simbridge.mujoco;

/** Cameras cannot be simulated on this machine; the message says why and what to install. */
public final class RenderingUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RenderingUnavailableException(String problem) {
    super("rendering: " + problem + "; install it: " + EglContext.INSTALL);
  }
}
