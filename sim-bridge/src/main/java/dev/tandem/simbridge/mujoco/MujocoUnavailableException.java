package dev.tandem.simbridge.mujoco;

/** MuJoCo cannot be used on this machine; the message says why and how to get one that can. */
public final class MujocoUnavailableException extends RuntimeException {
  /** What installs a libmujoco that Tandem knows. */
  public static final String INSTALL = "apt-get install libmujoco2.2.2";

  private static final long serialVersionUID = 1;

  private final String problem;

  public MujocoUnavailableException(String problem) {
    super("MuJoCo: " + problem + "; install it: " + INSTALL);
    this.problem = problem;
  }

  /** Why, without the advice. */
  public String problem() {
    return problem;
  }
}
