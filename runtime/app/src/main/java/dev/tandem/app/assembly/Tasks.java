package dev.tandem.app.assembly;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.model.Chain;
import dev.tandem.simbridge.task.PegInsert;
import dev.tandem.simbridge.task.Reach;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The tasks by name, each in the embedded simulator with the arm that Tandem ships. */
public final class Tasks {
  private static final Map<String, Function<Chain, SimulatedTask>> BY_NAME =
      new TreeMap<>(Map.of("peg-insert", PegInsert::new, "reach", Reach::new));

  private Tasks() {}

  /** Throws with the names there are when there is no such task or simulator. */
  public static SimulatedTask create(String task, String simulator) {
    if (!simulator.equals("plant")) {
      throw new IllegalArgumentException("simulator: expected plant, found " + simulator);
    }
    Function<Chain, SimulatedTask> maker = BY_NAME.get(task);
    if (maker == null) {
      throw new IllegalArgumentException(
          "task: expected one of " + BY_NAME.keySet() + ", found " + task);
    }
    return maker.apply(Arm7.chain());
  }
}
