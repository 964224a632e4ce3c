package dev.tandem.app.settings;

import java.util.List;

/**
 * Everything that decides how a run goes; keys in a configuration file are the component names in
 * snake case, nested by topic.
 *
 * @param task name of the task, for example {@code peg-insert}
 * @param simulator {@code plant}, the embedded one, {@code mujoco}, or {@code remote:HOST:PORT},
 *     which speaks docs/step-protocol.md
 * @param spaces in whose numbers the task is observed
 * @param seed of everything random in the run
 * @param steps environment steps of training, demonstrations not counted; the episode in which they
 *     are reached runs to its end
 * @param stopAt success rate of an intermediate evaluation at which training stops early; above 1
 *     never
 * @param deterministic nothing may depend on wall time: equal seeds give equal checkpoints
 * @param maxTrainSeconds wall time after which training stops; not looked at when deterministic
 * @param cameras that see the simulated world; none unless named here
 * @param locomotion the task of that name
 * @param touch what the pads of a simulated gripper feel; nothing unless named here
 * @param encoder that tells the policy what they show
 * @param simulation how many environments it learns in at once
 */
public record RunSettings(
    String task,
    String simulator,
    Spaces spaces,
    long seed,
    int steps,
    double stopAt,
    boolean deterministic,
    int maxTrainSeconds,
    RunPlace run,
    RobotSettings robot,
    LocomotionSettings locomotion,
    List<CameraSettings> cameras,
    List<TouchSettings> touch,
    EncoderSettings encoder,
    RandomizationSettings randomization,
    SimulationSettings simulation,
    DemoSettings demos,
    PersonSettings person,
    LearnerSettings learner,
    EvaluationSettings evaluation,
    JournalSettings journal) {
  public RunSettings {
    cameras = List.copyOf(cameras);
    touch = List.copyOf(touch);
    Check.atLeast("steps", steps, 0);
    Check.aboveOrInfinite("stop_at", stopAt, 0);
    Check.atLeast("max_train_seconds", maxTrainSeconds, 1);
    learner.requireTaughtBy(demos.episodes(), person.corrects());
    simulation.requireTaughtBy(learner, person.corrects());
    randomization.plan();
  }

  /** What {@code tandem demo} does. */
  public static RunSettings defaults() {
    return new RunSettings(
        "peg-insert",
        "plant",
        Spaces.SCALED,
        1,
        5000,
        2,
        false,
        240,
        new RunPlace("", "runs"),
        RobotSettings.shipped(),
        LocomotionSettings.defaults(),
        List.of(),
        List.of(),
        EncoderSettings.none(),
        RandomizationSettings.none(),
        SimulationSettings.one(),
        new DemoSettings(5),
        PersonSettings.defaults(),
        LearnerSettings.defaults(),
        new EvaluationSettings(100, 0, 20),
        new JournalSettings(true, 1, 1));
  }

  /** The same with another seed. */
  public RunSettings withSeed(long seed) {
    return with(seed, robot, locomotion, cameras, encoder, learner);
  }

  /** The same with the limits of a file that is not changed any more. */
  public RunSettings withRobot(RobotSettings robot) {
    return with(seed, robot, locomotion, cameras, encoder, learner);
  }

  /** The same with a body that is not changed any more. */
  public RunSettings withLocomotion(LocomotionSettings locomotion) {
    return with(seed, robot, locomotion, cameras, encoder, learner);
  }

  /** The same seen by others. */
  public RunSettings withCameras(List<CameraSettings> cameras) {
    return with(seed, robot, locomotion, cameras, encoder, learner);
  }

  /** The same seen through an encoder, or not. */
  public RunSettings withEncoder(EncoderSettings encoder) {
    return with(seed, robot, locomotion, cameras, encoder, learner);
  }

  RunSettings with(
      long seed,
      RobotSettings robot,
      LocomotionSettings locomotion,
      List<CameraSettings> cameras,
      EncoderSettings encoder,
      LearnerSettings learner) {
    return new RunSettings(
        task,
        simulator,
        spaces,
        seed,
        steps,
        stopAt,
        deterministic,
        maxTrainSeconds,
        run,
        robot,
        locomotion,
        cameras,
        touch,
        encoder,
        randomization,
        simulation,
        demos,
        person,
        learner,
        evaluation,
        journal);
  }

  /**
   * Where a run leaves its files.
   *
   * @param name of the run's folder; empty for one made of task, seed and time
   * @param directory that holds the runs
   */
  public record RunPlace(String name, String directory) {
    public RunPlace {
      Check.folderName("run.name", name);
    }
  }
}
