package dev.tandem.app.assembly;

import dev.tandem.app.robot.ShippedRobot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.settings.Spaces;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.simbridge.randomize.Curriculum;
import dev.tandem.simbridge.randomize.Randomization;
import dev.tandem.simbridge.randomize.RandomizedTask;
import dev.tandem.simbridge.remote.ArmKind;
import dev.tandem.simbridge.remote.TableKind;
import dev.tandem.simbridge.remote.WorldKind;
import dev.tandem.simbridge.task.ArrangeBoxes;
import dev.tandem.simbridge.task.ArrangePublished;
import dev.tandem.simbridge.task.CableRoute;
import dev.tandem.simbridge.task.PegInsert;
import dev.tandem.simbridge.task.PickCube;
import dev.tandem.simbridge.task.PickPublished;
import dev.tandem.simbridge.task.Reach;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The tasks by name, with the arms that Tandem ships. Each runs in each simulator of {@link
 * Worlds}, but those at a table, which need MuJoCo.
 */
public final class Tasks {
  private static final Map<String, Made> BY_NAME =
      new TreeMap<>(
          Map.of(
              "arrange-boxes",
              new Published(
                  new AtTable(TableScene.BOXES, ArrangeBoxes::new),
                  new AtTable(TableScene.BOXES, ArrangePublished::gymHil)),
              "cable-route",
              new AtTable(TableScene.CABLE, CableRoute::new),
              "peg-insert",
              new OfArm(PegInsert::new),
              "pick-cube",
              new Published(
                  new AtTable(TableScene.CUBE, PickCube::dense),
                  new AtTable(TableScene.CUBE, PickPublished::serl)),
              "pick-cube-sparse",
              new Published(
                  new AtTable(TableScene.CUBE, PickCube::sparse),
                  new AtTable(TableScene.CUBE, PickPublished::gymHil)),
              "reach",
              new OfArm(Reach::new)));

  private Tasks() {}

  /** How a task and its world are made, the same for every task and in every simulator. */
  private interface Made {
    SimulatedTask in(Worlds worlds);

    /** The world alone. */
    WorldKind kind(Chain arm, Worlds worlds);

    /** The same in the numbers of who published it; as it is where those are ours. */
    default Made published() {
      return this;
    }
  }

  /** Of a task that others published in their own numbers. */
  private record Published(Made ours, Made published) implements Made {
    @Override
    public SimulatedTask in(Worlds worlds) {
      return ours.in(worlds);
    }

    @Override
    public WorldKind kind(Chain arm, Worlds worlds) {
      return ours.kind(arm, worlds);
    }
  }

  /** Of the arm alone, in a scene that the task describes. */
  private record OfArm(Function<ArmWorld.Maker, SimulatedTask> task) implements Made {
    @Override
    public SimulatedTask in(Worlds worlds) {
      return task.apply(worlds::arm);
    }

    @Override
    public WorldKind kind(Chain arm, Worlds worlds) {
      return new ArmKind(arm, worlds::arm);
    }
  }

  /** Of the arm with a gripper, at one of the tables that there are. */
  private record AtTable(TableScene scene, Function<TableWorld, SimulatedTask> task)
      implements Made {
    @Override
    public SimulatedTask in(Worlds worlds) {
      return task.apply(worlds.table(scene));
    }

    @Override
    public WorldKind kind(Chain arm, Worlds worlds) {
      return new TableKind(arm, scene, worlds::table);
    }
  }

  /** Whether the simulator is another program's, which no control thread may wait for. */
  public static boolean isRemote(String simulator) {
    return Worlds.isRemote(simulator);
  }

  /** Whether a task is for an arm of Tandem's, whose limits then hold. */
  public static boolean hasArm(String task) {
    return !task.equals(Bodies.LOCOMOTION);
  }

  /** The kind of world that a task is in, for programs that have one simulated here. */
  static WorldKind world(String task, String simulator) {
    require(hasArm(task), "task", "one with an arm of Tandem's", task);
    Chain arm = ShippedRobot.ofTask(task).model();
    return find(task).kind(arm, Worlds.of(simulator, arm));
  }

  /**
   * Throws with the names there are when there is no such task or simulator, and what installs it
   * when this machine lacks the simulator.
   */
  public static SimulatedTask create(String task, String simulator) {
    return find(task).in(worlds(task, simulator));
  }

  private static Worlds worlds(String task, String simulator) {
    return Worlds.of(simulator, ShippedRobot.ofTask(task).model());
  }

  /** The arm's task of a run, in the numbers that its settings say. */
  private static SimulatedTask ofArm(RunSettings settings) {
    Made ours = find(settings.task());
    Made made = settings.spaces() == Spaces.PUBLISHED ? ours.published() : ours;
    return made.in(worlds(settings.task(), settings.simulator()));
  }

  /** Whether a task's published numbers are wanted, and are others than ours. */
  static boolean isPublished(RunSettings settings) {
    return settings.spaces() == Spaces.PUBLISHED
        && BY_NAME.get(settings.task()) instanceof Published;
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
    SimulatedTask bare = hasArm(settings.task()) ? ofArm(settings) : Bodies.create(settings);
    SimulatedTask task = Views.of(bare, settings);
    if (differences.isNominal()) {
      return task;
    }
    return new RandomizedTask(task, model(settings.task()), differences, curriculum);
  }

  private static Optional<RobotModel> model(String task) {
    return hasArm(task)
        ? Optional.of(new ChainModel(ShippedRobot.ofTask(task).model()))
        : Optional.empty();
  }

  private static Made find(String task) {
    Made found = BY_NAME.get(task);
    if (found == null) {
      Set<String> names = new TreeSet<>(BY_NAME.keySet());
      names.add(Bodies.LOCOMOTION);
      throw new IllegalArgumentException("task: expected one of " + names + ", found " + task);
    }
    return found;
  }

  private static void require(boolean holds, String key, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(key + ": expected " + expected + ", found " + found);
    }
  }
}
