package dev.tandem.app.train;

import dev.tandem.app.assembly.Bodies;
import dev.tandem.app.assembly.Learners;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.TickRecording;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.PersonSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.settings.SimulationSettings;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.replay.UniformReplay;
import dev.tandem.policies.rlpd.RlpdSampler;
import dev.tandem.policies.rlpd.UpdateSchedule;
import dev.tandem.policies.sac.AveragedActor;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.ReplayBuffer;
import dev.tandem.simbridge.person.InterventionRule;
import dev.tandem.simbridge.person.ScriptedPerson;
import dev.tandem.simbridge.randomize.Curriculum;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Everything that a training run is put together from.
 *
 * @param curriculum where the episodes of training take place
 * @param stop says that the run shall end; asked before every decision
 * @param earlier run that this one goes on from
 */
record TrainingParts(
    RunSettings settings,
    Robot robot,
    Rig rig,
    ScriptedPerson person,
    Trainer trainer,
    Curriculum curriculum,
    BooleanSupplier stop,
    EarlierRun earlier)
    implements AutoCloseable {
  private static final int SHOWN_CAPACITY = 1_000_000;
  private static final String EXPLORATION = "exploration";

  static TrainingParts assemble(
      RunSettings settings,
      TickRecording recording,
      SimulatedTask task,
      Curriculum curriculum,
      BooleanSupplier stop,
      EarlierRun earlier) {
    Bodies.requireUntaught(settings);
    Seeds seeds = new Seeds(settings.seed());
    RandomGenerator[] exploration =
        IntStream.range(0, settings.simulation().environments())
            .mapToObj(i -> seeds.stream(earlier.stream(i == 0 ? EXPLORATION : EXPLORATION + i)))
            .toArray(RandomGenerator[]::new);
    Trainer trainer = trainer(settings, task, exploration, stop);
    ScriptedPerson person =
        new ScriptedPerson(
            task.expert(),
            rule(settings.person(), earlier.correctedSteps()),
            seeds.stream(earlier.stream("person")));
    Robot robot = Robot.of(settings).accepted();
    Rig rig = new Rig(robot, task, person, trainer.driver(0), recording);
    return new TrainingParts(settings, robot, rig, person, trainer, curriculum, stop, earlier);
  }

  /** In worlds from everywhere alike. */
  static TrainingParts assemble(
      RunSettings settings,
      TickRecording recording,
      SimulatedTask task,
      BooleanSupplier stop,
      EarlierRun earlier) {
    Curriculum everywhere = Curriculum.uniform(settings.randomization().plan());
    return assemble(settings, recording, task, everywhere, stop, earlier);
  }

  private static Trainer trainer(
      RunSettings settings, SimulatedTask task, RandomGenerator[] random, BooleanSupplier stop) {
    LearnerSettings how = settings.learner();
    if (how.streams()) {
      return new StreamTrainer(
          Learners.streaming(how, task, settings.seed()),
          new SafetyLesson(how.safety()),
          random[0]);
    }
    Experience experience = experience(how, task);
    Learner learner =
        new AveragedActor(
            Learners.create(how, task, settings.seed()),
            PolicySpaces.of(task),
            how.averagedActors());
    return new ReplayTrainer(
        learner,
        experience,
        sampler(settings, experience),
        new ReplayTrainer.Pace(new UpdateSchedule(how.startSteps()), stop),
        Exploration.of(learner, random),
        task);
  }

  private static Experience experience(LearnerSettings learner, SimulatedTask task) {
    PolicySpaces spaces = PolicySpaces.of(task);
    ReplayBuffer online = new UniformReplay(learner.replayCapacity(), spaces);
    boolean apart = learner.algorithm().equals("rlpd");
    return new Experience(
        online,
        apart ? new UniformReplay(SHOWN_CAPACITY, spaces) : online,
        new SafetyLesson(learner.safety()));
  }

  private static RlpdSampler sampler(RunSettings settings, Experience experience) {
    return new RlpdSampler(
        experience.online(),
        experience.demonstrations(),
        settings.learner().batchSize(),
        settings.seed());
  }

  private static InterventionRule rule(PersonSettings person, int spentSteps) {
    return new InterventionRule(
        person.stallSteps(),
        person.progressMetres(),
        person.departMetres(),
        person.holdSteps(),
        Math.max(0, person.budgetSteps() - spentSteps),
        person.noise());
  }

  /** The environments that it learns in, if those are several; the caller closes them. */
  Rollouts rollouts(long firstEpisode) {
    SimulationSettings how = settings.simulation();
    List<Rollout> environments = new ArrayList<>();
    for (int i = 0; i < how.environments(); i++) {
      SimulatedTask task = Tasks.create(settings, curriculum);
      NotedRecording recording = new NotedRecording(task);
      environments.add(
          new Rollout(
              new Rig(robot, task, InterventionSource.NOBODY, trainer.driver(i), recording),
              recording,
              settings.learner().safety().stopEndsEpisode(),
              new Rollout.Numbers(
                  new Seeds(settings.seed()), firstEpisode + i, how.environments())));
    }
    return new Rollouts(environments, trainer, how);
  }

  /**
   * A rig of its own for a policy alone, so that training is not disturbed; the caller closes it.
   */
  Evaluation evaluate(Policy policy) {
    SimulatedTask task = Tasks.create(settings);
    return new Evaluation(
        new Rig(robot, task, InterventionSource.NOBODY, policy, new UnjournaledRecording(task)),
        stop);
  }

  /** Lets go of learner and simulator. */
  @Override
  public void close() {
    trainer.close();
    rig.close();
  }
}
