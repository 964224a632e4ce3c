package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.simbridge.mujoco.MujocoUnavailableException;
import dev.tandem.simbridge.task.SimulatedTask;
import org.opentest4j.TestAbortedException;

/** Closes a task's simulator. */
record SimulatorOf(SimulatedTask task) implements AutoCloseable {
  static SimulatorOf create(String task, String simulator) {
    try {
      return new SimulatorOf(Tasks.create(task, simulator));
    } catch (MujocoUnavailableException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(System.getenv("TANDEM_TESTS_SKIP_NOTHING") == null, message);
      System.err.println("SKIPPED: " + message);
      throw new TestAbortedException(message, e);
    }
  }

  @Override
  public void close() {
    task.simulator().close();
  }
}
