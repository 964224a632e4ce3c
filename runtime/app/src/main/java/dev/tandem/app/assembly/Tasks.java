package dev.tandem.app.assembly;

import dev.tandem.app.robot.ShippedRobot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.model.Chain;
import dev.tandem.simbridge.mujoco.Mujoco;
import dev.tandem.simbridge.mujoco.MujocoArm;
import dev.tandem.simbridge.mujoco.MujocoTable;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.randomize.Curriculum;
import dev.tandem.simbridge.randomize.Randomization;
import dev.tandem.simbridge.randomize.RandomizedTask;
import dev.tandem.simbridge.remote.ArmKind;
import dev.tandem.simbridge.remote.RemoteAddress;
import dev.tandem.simbridge.remote.RemoteArm;
import dev.tandem.simbridge.remote.RemoteTable;
import dev.tandem.simbridge.remote.TableKind;
import dev.tandem.simbridge.remote.WorldKind;
import dev.tandem.simbridge.task.ArrangeBoxes;
import dev.tandem.simbridge.task.CableRoute;
import dev.tandem.simbridge.task.PegInsert;
import dev.tandem.simbridge.task.PickCube;
import dev.tandem.simbridge.task.Reach;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The tasks and the simulators by name, with the arms that Tandem ships. Each task runs in each,
 * but those at a table, which need MuJoCo.
 */
public final class Tasks {
  private static final String REMOTE = "remote";

  private static final Map<String, Function<Worlds, SimulatedTask>> BY_NAME =
      new TreeMap<>(
          Map.of(
              "arrange-boxes",
              worlds -> new ArrangeBoxes(worlds.table(TableScene.BOXES)),
              "cable-route",
              worlds -> new CableRoute(worlds.table(TableScene.CABLE)),
              "peg-insert",
              PegInsert::new,
              "pick-cube",
              worlds -> PickCube.dense(worlds.table(TableScene.CUBE)),
              "pick-cube-sparse",
              worlds -> PickCube.sparse(worlds.table(TableScene.CUBE)),
              "reach",
              Reach::new));

  private static final Map<String, Function<Chain, Worlds>> SIMULATORS =
      new TreeMap<>(
          Map.of(
              "plant",
              Plant::new,
              "mujoco",
              MujocoWorlds::new,
              REMOTE,
              arm -> new RemoteWorlds(arm, RemoteAddress.USUAL)));

  private Tasks() {}

  /** What a simulator can make for the tasks. */
  private interface Worlds extends ArmWorld.Maker {
    TableWorld table(TableScene scene);
  }

  private record Plant(Chain arm) implements Worlds {
    @Override
    public ArmWorld create(ArmScene scene) {
      return new ChainPlant(arm, scene);
    }

    @Override
    public TableWorld table(TableScene scene) {
      throw new IllegalArgumentException(
          "simulator: expected mujoco for a task with a gripper and loose things, found plant,"
              + " the embedded one, which has neither; add --sim mujoco");
    }
  }

  private record MujocoWorlds(Chain arm) implements Worlds {
    @Override
    public ArmWorld create(ArmScene scene) {
      return new MujocoArm(Mujoco.shared(), arm, scene);
    }

    @Override
    public TableWorld table(TableScene scene) {
      return new MujocoTable(Mujoco.shared(), arm, scene);
    }
  }

  private record RemoteWorlds(Chain arm, RemoteAddress address) implements Worlds {
    @Override
    public ArmWorld create(ArmScene scene) {
      return new RemoteArm(address, arm, scene);
    }

    @Override
    public TableWorld table(TableScene scene) {
      return new RemoteTable(address, arm, scene);
    }
  }

  /** Whether the simulator is another program's, which no control thread may wait for. */
  public static boolean isRemote(String simulator) {
    return simulator.equals(REMOTE) || simulator.startsWith(REMOTE + ":");
  }

  /** Whether a task is for an arm of Tandem's, whose limits then hold. */
  public static boolean hasArm(String task) {
    return !task.equals(Bodies.LOCOMOTION);
  }

  /** The kind of world that a task is in, for programs that have one simulated here. */
  static WorldKind world(String task, String simulator) {
    require(hasArm(task), "task", "one with an arm of Tandem's", task);
    ShippedRobot robot = ShippedRobot.ofTask(task);
    Worlds worlds = worlds(simulator, robot.model());
    return robot == ShippedRobot.ARM7_GRIPPER
        ? new TableKind(robot.model(), table(task), worlds::table)
        : new ArmKind(robot.model(), worlds);
  }

  private static TableScene table(String task) {
    return switch (task) {
      case "arrange-boxes" -> TableScene.BOXES;
      case "cable-route" -> TableScene.CABLE;
      default -> TableScene.CUBE;
    };
  }

  /**
   * Throws with the names there are when there is no such task or simulator, and what installs it
   * when this machine lacks the simulator.
   */
  public static SimulatedTask create(String task, String simulator) {
    Function<Worlds, SimulatedTask> tasks = find("task", task, BY_NAME);
    return tasks.apply(worlds(simulator, ShippedRobot.ofTask(task).model()));
  }

  /** The task of a run, in worlds that differ as the settings say, everywhere alike. */
  public static SimulatedTask create(RunSettings settings) {
    return create(settings, Curriculum.uniform(settings.randomization().plan()));
  }

  /** The same where a curriculum says where in all that the episodes take place. */
  public static SimulatedTask create(RunSettings settings, Curriculum curriculum) {
    Randomization differences = settings.randomization().plan();
    if (isRemote(settings.simulator()) && !differences.hasNominalWorld()) {
      throw new IllegalArgumentException(
          "simulator: expected plant or mujoco with randomization.physics or randomization.start,"
              + " found "
              + settings.simulator()
              + ", whose world the program that simulates it varies");
    }
    SimulatedTask bare =
        hasArm(settings.task())
            ? create(settings.task(), settings.simulator())
            : Bodies.create(settings);
    SimulatedTask task = Views.of(bare, settings);
    if (differences.isNominal()) {
      return task;
    }
    return new RandomizedTask(task, differences, curriculum);
  }

  private static Worlds worlds(String simulator, Chain arm) {
    if (!simulator.startsWith(REMOTE + ":")) {
      return find("simulator", simulator, SIMULATORS).apply(arm);
    }
    String address = simulator.substring(REMOTE.length() + 1);
    try {
      return new RemoteWorlds(arm, RemoteAddress.parse(address));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "simulator: expected remote:HOST:PORT, found " + simulator, e);
    }
  }

  private static <T> T find(String setting, String name, Map<String, T> all) {
    T found = all.get(name);
    if (found == null) {
      Set<String> names = new TreeSet<>(all.keySet());
      if (setting.equals("task")) {
        names.add(Bodies.LOCOMOTION);
      }
      throw new IllegalArgumentException(
          setting + ": expected one of " + names + ", found " + name);
    }
    return found;
  }

  private static void require(boolean holds, String key, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(key + ": expected " + expected + ", found " + found);
    }
  }
}
