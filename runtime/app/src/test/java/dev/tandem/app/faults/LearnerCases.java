package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Learners;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.decide.PolicySlot;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.fault.FaultyLearner;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A learner on a thread of its own beside the loop, killed by an error in one of its updates. */
final class LearnerCases {
  private static final int TICKS_AFTER = 400;
  private static final List<Supplier<Error>> DEATHS =
      List.of(
          () -> new OutOfMemoryError("a test"),
          () -> new StackOverflowError("a test"),
          () -> new InternalError("a test"));

  private LearnerCases() {}

  /** Ticks after its death in which the loop did not drive on with what it had learnt by then. */
  static long killed(Course course) {
    BesideLoop learner = new BesideLoop(course.random);
    FaultRig rig = course.rig(learner, FaultRig.LIMITS);
    while (learner.updateOnItsThread()) {
      rig.ticks(1 + course.random.nextInt(2 * FaultRig.TICKS_PER_DECISION));
    }
    long whole = learner.offered.version();
    double[] learnt = learner.asksFor(rig);
    assertTrue(learner.updates() > whole, "the fatal update changed its weights");
    rig.ticks(FaultRig.TICKS_PER_DECISION);
    long others = 0;
    for (int i = 0; i < TICKS_AFTER; i++) {
      boolean drives = rig.tick() == Mode.RUN_POLICY && rig.authority.faults() == 0;
      others += drives && rig.record.policyVersion == whole ? 0 : 1;
    }
    assertEquals(List.of(box(learnt)), List.of(box(learner.asksFor(rig))), "weights half written");
    assertFalse(learner.updateOnItsThread(), "it is never alive again");
    return others;
  }

  private static List<Double> box(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** The learner, its thread's work, and the slot through which the loop has its policy. */
  private static final class BesideLoop implements Injection {
    /** Of what is learnt, so that the arm goes on in the circle of the rig's own policy. */
    private static final double SHARE = 0.01;

    private final Batch batch;
    private final RandomGenerator random;
    private final SimulatedTask task;
    private final Learner learner;
    private Optional<PolicySlot> slot = Optional.empty();
    private Policy healthy;
    Policy offered;

    BesideLoop(RandomGenerator random) {
      this.random = random;
      this.task = Tasks.create("reach", "plant");
      List<Setting> small =
          Stream.of("task=reach", "learner.hidden=[8]", "learner.batch_size=16")
              .map(Setting::parse)
              .toList();
      RunSettings settings = Configuration.load(RunSettings.defaults(), Optional.empty(), small);
      Learner alive = Learners.create(settings.learner(), task, random.nextLong());
      Supplier<Error> death = DEATHS.get(random.nextInt(DEATHS.size()));
      this.learner = new FaultyLearner(alive, 2 + random.nextInt(6), death);
      this.batch = new Batch(learner.batchRows(), task.encoder().size(), task.actionSpec().size());
      this.offered = learner.snapshot();
      this.healthy = offered;
    }

    @Override
    public Policy policy(FaultRig rig, Policy circling) {
      healthy = circling;
      PolicySlot made = new PolicySlot(new Perturbed(circling, offered));
      slot = Optional.of(made);
      return made;
    }

    long updates() {
      return learner.updates();
    }

    /** False when the thread that made the update died of it. */
    boolean updateOnItsThread() {
      for (int i = 0; i < batch.reward.length; i++) {
        batch.reward[i] = (float) random.nextDouble(-1, 1);
      }
      Throwable[] died = new Throwable[1];
      Thread thread = new Thread(this::update, "learner");
      thread.setUncaughtExceptionHandler((of, error) -> died[0] = error);
      thread.start();
      join(thread);
      return died[0] == null;
    }

    private void update() {
      learner.update(batch);
      offered = learner.snapshot();
      slot.orElseThrow().offer(new Perturbed(healthy, offered));
    }

    private static void join(Thread thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** What the policy that the loop has says to one and the same observation. */
    double[] asksFor(FaultRig rig) {
      MutableObservation same = new MutableObservation(rig.spec);
      MutableAction action = new MutableAction(task.actionSpec());
      offered.act(new MutableTick(1), same, action);
      double[] out = new double[action.size()];
      action.copyTo(out, 0);
      return out;
    }
  }

  /** What one wants, and a little of what another one does. */
  private record Perturbed(Policy steady, Policy learnt) implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      learnt.act(tick, observation, action);
      double[] little = new double[action.size()];
      action.copyTo(little, 0);
      steady.act(tick, observation, action);
      for (int i = 0; i < little.length; i++) {
        action.set(i, action.get(i) + BesideLoop.SHARE * little[i]);
      }
    }

    @Override
    public long decidedNanos(Tick tick) {
      return steady.decidedNanos(tick);
    }

    @Override
    public long version() {
      return learnt.version();
    }
  }
}
