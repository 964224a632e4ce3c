package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.remote.Environment;
import dev.tandem.simbridge.remote.Message;
import dev.tandem.simbridge.remote.Role;
import dev.tandem.simbridge.task.AskedAction;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;

/**
 * A task for learners that are not ours, on the rig that ours learn on: the same loop, controller
 * and safety chain, the same reward and end; observed and asked in the task's own numbers. Nobody
 * corrects. Each episode has a rig of its own, so that none depends on the one before: a rig's gate
 * remembers what it let through last. One thread.
 */
public final class TaskEnvironment implements Environment {
  private final Robot robot;
  private final SimulatedTask task;
  private final FeatureEncoder told;
  private final AskedAction asked;
  private final LastStep lastStep;
  private final double[] wish;
  private final MutableObservation before;
  private final MutableObservation after;
  private final Message.Spec spec;
  private final ServedImages images;
  private List<Message.Picture> pictures = List.of();
  private Rig rig;
  private long beginNanos;
  private int step;
  private boolean blind;

  /** For one task, without images. */
  public TaskEnvironment(Robot robot, SimulatedTask task, String simulator) {
    this(robot, task, task.encoder(), simulator, ServedImages.NONE);
  }

  /**
   * For one task.
   *
   * @param robot whose limits hold
   * @param told of an observation, beside its images
   * @param simulator that the task is in, for people
   * @param images of the task's own that come with every observation
   */
  TaskEnvironment(
      Robot robot, SimulatedTask task, FeatureEncoder told, String simulator, ServedImages images) {
    this.robot = robot;
    this.task = task;
    this.told = told;
    this.asked = task.asked();
    this.images = images;
    this.lastStep = new LastStep(task);
    this.wish = new double[task.actionSpec().size()];
    this.rig = rig();
    this.before = new MutableObservation(task.observationSpec());
    this.after = new MutableObservation(task.observationSpec());
    this.spec =
        new Message.Spec(
                Role.TASK,
                task.name(),
                simulator,
                new SignalSpec("observation", told.channels()),
                asked.spec(),
                rig.decisionSeconds(),
                task.horizonSteps())
            .with(images.offers());
  }

  private Rig rig() {
    return new Rig(robot, task, InterventionSource.NOBODY, new Wish(wish), lastStep);
  }

  @Override
  public Message.Spec spec() {
    return spec;
  }

  @Override
  public double[] reset(long seed) {
    rig = rig();
    task.reset(seed);
    beginNanos = rig.nowNanos() + task.periodNanos();
    rig.loop().startEpisode(0);
    step = 0;
    before.copyFrom(sense());
    return encode(before);
  }

  /** What the next decision is made with, as ours are. */
  private Observation sense() {
    Observation now = rig.loop().lookAhead();
    pictures = images.of(now, beginNanos);
    return now;
  }

  @Override
  public List<Message.Picture> pictures() {
    return pictures;
  }

  @Override
  public Message.Outcome step(double[] action) {
    asked.toOurs(action, wish);
    for (int i = 0; i < task.ticksPerDecision() && !rig.loop().isStopped(); i++) {
      rig.loop().tick();
    }
    step++;
    Message.Outcome outcome = outcome(look());
    before.copyFrom(after);
    return outcome;
  }

  /** Where it has gone blind, stopped already or to be stopped for that, what it saw last. */
  private Observation look() {
    after.copyFrom(sense());
    blind = after.firstNotFinite() >= 0;
    if (blind) {
      after.copyFrom(before);
    }
    return after;
  }

  private Message.Outcome outcome(Observation now) {
    boolean stopped = rig.loop().isStopped() || blind;
    boolean terminated = task.terminated(now);
    double[] applied = new double[wish.length];
    lastStep.applied().copyTo(applied, 0);
    return new Message.Outcome(
        encode(now),
        task.reward(before, lastStep.applied(), now),
        terminated,
        !terminated && (stopped || step >= task.horizonSteps()),
        !stopped && task.succeeded(task.truth(now)),
        lastStep.worst(),
        step * rig.decisionSeconds(),
        asked.toTheirs(applied),
        description(now));
  }

  /** Why it ended, where that is neither the task's doing nor the time's. */
  private String description(Observation now) {
    if (rig.loop().isStopped()) {
      return rig.stopDescription();
    }
    return blind ? "the simulated world shows numbers that are not finite" : task.ending(now);
  }

  private double[] encode(Observation observation) {
    float[] encoded = new float[told.size()];
    told.encode(observation, encoded);
    double[] features = new double[encoded.length];
    for (int i = 0; i < features.length; i++) {
      features[i] = encoded[i];
    }
    return features;
  }

  @Override
  public void close() {
    rig.close();
  }

  /** Wants what it was told last. */
  private record Wish(double[] action) implements Policy {
    @Override
    @HotPath
    public void act(Tick tick, Observation observation, MutableAction wanted) {
      wanted.setAll(action, 0);
    }

    @Override
    @HotPath
    public long version() {
      return 0;
    }
  }
}
