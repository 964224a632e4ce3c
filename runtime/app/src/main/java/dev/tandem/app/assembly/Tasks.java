package dev.tandem.app.assembly;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.model.Chain;
import dev.tandem.simbridge.mujoco.Mujoco;
import dev.tandem.simbridge.mujoco.MujocoArm;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.task.PegInsert;
import dev.tandem.simbridge.task.Reach;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.world.ArmWorld;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The tasks and the simulators by name; each task runs in each, with the arm that Tandem ships. */
public final class Tasks {
  private static final Map<String, Function<ArmWorld.Maker, SimulatedTask>> BY_NAME =
      new TreeMap<>(Map.of("peg-insert", PegInsert::new, "reach", Reach::new));

  private static final Map<String, Function<Chain, ArmWorld.Maker>> SIMULATORS =
      new TreeMap<>(Map.of("plant", Tasks::plant, "mujoco", Tasks::mujoco));

  private Tasks() {}

  private static ArmWorld.Maker plant(Chain arm) {
    return scene -> new ChainPlant(arm, scene);
  }

  private static ArmWorld.Maker mujoco(Chain arm) {
    return scene -> new MujocoArm(Mujoco.shared(), arm, scene);
  }

  /**
   * Throws with the names there are when there is no such task or simulator, and what installs it
   * when this machine lacks the simulator.
   */
  public static SimulatedTask create(String task, String simulator) {
    Function<ArmWorld.Maker, SimulatedTask> tasks = find("task", task, BY_NAME);
    return tasks.apply(find("simulator", simulator, SIMULATORS).apply(Arm7.chain()));
  }

  private static <T> T find(String setting, String name, Map<String, T> all) {
    T found = all.get(name);
    if (found == null) {
      Set<String> names = all.keySet();
      throw new IllegalArgumentException(
          setting + ": expected one of " + names + ", found " + name);
    }
    return found;
  }
}
