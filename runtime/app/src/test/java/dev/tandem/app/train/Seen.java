package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.simbridge.mujoco.Mujoco;
import dev.tandem.simbridge.mujoco.MujocoCameras;
import dev.tandem.simbridge.mujoco.MujocoUnavailableException;
import dev.tandem.simbridge.mujoco.RenderingUnavailableException;
import org.opentest4j.TestAbortedException;

/** What tests need to see anything. */
public final class Seen {
  private Seen() {}

  /** Skips where nothing can be rendered, or fails where nothing may be skipped. */
  public static void requireRendering() {
    requireMujoco();
    try {
      MujocoCameras.rendering();
    } catch (RenderingUnavailableException e) {
      throw missing(e);
    }
  }

  /** The same for a simulator whose cameras nobody needs. */
  public static void requireMujoco() {
    try {
      Mujoco.shared();
    } catch (MujocoUnavailableException e) {
      throw missing(e);
    }
  }

  private static TestAbortedException missing(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    assertTrue(System.getenv("TANDEM_TESTS_SKIP_NOTHING") == null, message);
    System.err.println("SKIPPED: " + message);
    return new TestAbortedException(message, e);
  }
}
