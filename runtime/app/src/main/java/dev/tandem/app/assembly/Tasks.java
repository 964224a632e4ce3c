package dev.tandem.app.assembly;

import dev.tandem.app.robot.ShippedRobot;
import dev.tandem.runtime.model.Chain;
import dev.tandem.simbridge.mujoco.Mujoco;
import dev.tandem.simbridge.mujoco.MujocoArm;
import dev.tandem.simbridge.mujoco.MujocoCube;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.task.PegInsert;
import dev.tandem.simbridge.task.PickCube;
import dev.tandem.simbridge.task.Reach;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.CubeWorld;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The tasks and the simulators by name, with the arms that Tandem ships. Each task runs in each,
 * but the cube, which needs MuJoCo.
 */
public final class Tasks {
  private static final Map<String, Function<Worlds, SimulatedTask>> BY_NAME =
      new TreeMap<>(
          Map.of(
              "peg-insert",
              PegInsert::new,
              "pick-cube",
              worlds -> PickCube.dense(worlds.cube()),
              "pick-cube-sparse",
              worlds -> PickCube.sparse(worlds.cube()),
              "reach",
              Reach::new));

  private static final Map<String, Function<Chain, Worlds>> SIMULATORS =
      new TreeMap<>(Map.of("plant", Plant::new, "mujoco", MujocoWorlds::new));

  private Tasks() {}

  /** What a simulator can make for the tasks. */
  private interface Worlds extends ArmWorld.Maker {
    CubeWorld cube();
  }

  private record Plant(Chain arm) implements Worlds {
    @Override
    public ArmWorld create(ArmScene scene) {
      return new ChainPlant(arm, scene);
    }

    @Override
    public CubeWorld cube() {
      throw new IllegalArgumentException(
          "simulator: expected mujoco for a task with a gripper and a loose cube, found plant,"
              + " the embedded one, which has neither; add --sim mujoco");
    }
  }

  private record MujocoWorlds(Chain arm) implements Worlds {
    @Override
    public ArmWorld create(ArmScene scene) {
      return new MujocoArm(Mujoco.shared(), arm, scene);
    }

    @Override
    public CubeWorld cube() {
      return new MujocoCube(Mujoco.shared(), arm);
    }
  }

  /**
   * Throws with the names there are when there is no such task or simulator, and what installs it
   * when this machine lacks the simulator.
   */
  public static SimulatedTask create(String task, String simulator) {
    Function<Worlds, SimulatedTask> tasks = find("task", task, BY_NAME);
    Chain arm = ShippedRobot.ofTask(task).model();
    return tasks.apply(find("simulator", simulator, SIMULATORS).apply(arm));
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
