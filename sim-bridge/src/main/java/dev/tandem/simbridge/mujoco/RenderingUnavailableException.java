package dev.tandem.simbridge.mujoco;

/** Cameras cannot be simulated on this machine; the message says why and what to install. */
public final class RenderingUnavailableException extends RuntimeException {
  /** What installs what can render. */
  public static final String INSTALL = OpenGlContext.INSTALL;

  private static final long serialVersionUID = 1;

  private final String problem;

  public RenderingUnavailableException(String problem) {
    super("rendering: " + problem + "; install it: " + INSTALL);
    this.problem = problem;
  }

  /** Why, without the advice. */
  public String problem() {
    return problem;
  }
}
