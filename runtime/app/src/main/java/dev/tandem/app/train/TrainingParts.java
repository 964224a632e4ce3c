package dev.tandem.app.train;

import dev.tandem.app.assembly.Learners;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.TickRecording;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.settings.PersonSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.replay.UniformReplay;
import dev.tandem.policies.rlpd.RlpdSampler;
import dev.tandem.policies.rlpd.UpdateSchedule;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.decide.PolicySlot;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.ReplayBuffer;
import dev.tandem.simbridge.person.InterventionRule;
import dev.tandem.simbridge.person.ScriptedPerson;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.random.RandomGenerator;

/** Everything that a training run is put together from. */
record TrainingParts(
    RunSettings settings, Rig rig, ScriptedPerson person, Experience experience, Trainer trainer)
    implements AutoCloseable {
  private static final int REPLAY_CAPACITY = 1_000_000;

  static TrainingParts assemble(RunSettings settings, TickRecording recording, SimulatedTask task) {
    Seeds seeds = new Seeds(settings.seed());
    PolicySpaces spaces = PolicySpaces.of(task);
    ReplayBuffer online = new UniformReplay(REPLAY_CAPACITY, spaces);
    boolean apart = settings.learner().algorithm().equals("rlpd");
    Experience experience =
        new Experience(online, apart ? new UniformReplay(REPLAY_CAPACITY, spaces) : online);
    Learner learner = Learners.create(settings.learner(), task, settings.seed());
    RlpdSampler sampler =
        new RlpdSampler(
            experience.online(),
            experience.demonstrations(),
            settings.learner().batchSize(),
            settings.seed());
    RandomGenerator exploration = seeds.stream("exploration");
    PolicySlot slot = new PolicySlot(learner.snapshot().exploring(exploration));
    Trainer trainer =
        new Trainer(
            learner,
            experience,
            sampler,
            new UpdateSchedule(settings.learner().startSteps()),
            slot,
            exploration,
            task);
    ScriptedPerson person =
        new ScriptedPerson(task.expert(), rule(settings.person()), seeds.stream("person"));
    return new TrainingParts(
        settings, new Rig(task, person, slot, recording), person, experience, trainer);
  }

  private static InterventionRule rule(PersonSettings person) {
    return new InterventionRule(
        person.stallSteps(),
        person.progressMetres(),
        person.departMetres(),
        person.holdSteps(),
        person.budgetSteps(),
        person.noise());
  }

  /** A rig of its own for a policy alone, so that training is not disturbed. */
  Evaluation evaluate(Policy policy) {
    SimulatedTask task = Tasks.create(settings.task(), settings.simulator());
    return new Evaluation(
        new Rig(task, InterventionSource.NOBODY, policy, new UnjournaledRecording(task)));
  }

  @Override
  public void close() {
    trainer.learner().close();
  }
}
