package dev.tandem.app.train;

import dev.tandem.app.assembly.Learners;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.TickRecording;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.PersonSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.replay.UniformReplay;
import dev.tandem.policies.rlpd.RlpdSampler;
import dev.tandem.policies.rlpd.UpdateSchedule;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.ReplayBuffer;
import dev.tandem.simbridge.person.InterventionRule;
import dev.tandem.simbridge.person.ScriptedPerson;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.function.BooleanSupplier;

/**
 * Everything that a training run is put together from.
 *
 * @param stop says that the run shall end; asked before every decision
 * @param earlier run that this one goes on from
 */
record TrainingParts(
    RunSettings settings,
    Robot robot,
    Rig rig,
    ScriptedPerson person,
    Experience experience,
    Trainer trainer,
    BooleanSupplier stop,
    EarlierRun earlier)
    implements AutoCloseable {
  private static final int REPLAY_CAPACITY = 1_000_000;

  static TrainingParts assemble(
      RunSettings settings,
      TickRecording recording,
      SimulatedTask task,
      BooleanSupplier stop,
      EarlierRun earlier) {
    Seeds seeds = new Seeds(settings.seed());
    Experience experience = experience(settings.learner(), task);
    Learner learner = Learners.create(settings.learner(), task, settings.seed());
    Exploration exploration = Exploration.of(learner, seeds.stream(earlier.stream("exploration")));
    ScriptedPerson person =
        new ScriptedPerson(
            task.expert(),
            rule(settings.person(), earlier.correctedSteps()),
            seeds.stream(earlier.stream("person")));
    Trainer trainer =
        new Trainer(
            learner,
            experience,
            sampler(settings, experience),
            new UpdateSchedule(settings.learner().startSteps()),
            exploration,
            task);
    Robot robot = Robot.of(settings.robot()).accepted();
    Rig rig = new Rig(robot, task, person, exploration.slot(), recording);
    return new TrainingParts(settings, robot, rig, person, experience, trainer, stop, earlier);
  }

  private static Experience experience(LearnerSettings learner, SimulatedTask task) {
    PolicySpaces spaces = PolicySpaces.of(task);
    ReplayBuffer online = new UniformReplay(REPLAY_CAPACITY, spaces);
    boolean apart = learner.algorithm().equals("rlpd");
    return new Experience(
        online,
        apart ? new UniformReplay(REPLAY_CAPACITY, spaces) : online,
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

  /** A rig of its own for a policy alone, so that training is not disturbed. */
  Evaluation evaluate(Policy policy) {
    SimulatedTask task = Tasks.create(settings.task(), settings.simulator());
    return new Evaluation(
        new Rig(robot, task, InterventionSource.NOBODY, policy, new UnjournaledRecording(task)),
        stop);
  }

  @Override
  public void close() {
    trainer.learner().close();
  }
}
