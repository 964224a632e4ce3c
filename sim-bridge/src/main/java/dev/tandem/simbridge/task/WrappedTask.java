package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.camera.Cameras;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.world.AdjustableWorld;
import java.util.Optional;

/** A task that is another one but for what a subclass makes of it. One thread. */
public abstract class WrappedTask implements SimulatedTask {
  private final SimulatedTask task;

  protected WrappedTask(SimulatedTask task) {
    this.task = task;
  }

  /** The one inside. */
  protected final SimulatedTask task() {
    return task;
  }

  @Override
  public void reset(long episodeSeed) {
    task.reset(episodeSeed);
  }

  @Override
  public String conditions() {
    return task.conditions();
  }

  @Override
  public String ending(Observation after) {
    return task.ending(after);
  }

  @Override
  public Observation truth(Observation seen) {
    return task.truth(seen);
  }

  @Override
  public boolean succeeded(Observation after) {
    return task.succeeded(after);
  }

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    return task.reward(before, applied, after);
  }

  @Override
  public boolean terminated(Observation after) {
    return task.terminated(after);
  }

  @Override
  public ReturnRange returnRange() {
    return task.returnRange();
  }

  @Override
  public Simulator simulator() {
    return task.simulator();
  }

  @Override
  public boolean isDirect() {
    return task.isDirect();
  }

  @Override
  public Sensor taskSensor() {
    return task.taskSensor();
  }

  @Override
  public Cameras cameras() {
    return task.cameras();
  }

  @Override
  public Optional<Scene> scene() {
    return task.scene();
  }

  @Override
  public AskedAction asked() {
    return task.asked();
  }

  @Override
  public AdjustableWorld world() {
    return task.world();
  }

  @Override
  public MeantContact meantContact() {
    return task.meantContact();
  }

  @Override
  public Expert expert() {
    return task.expert();
  }

  @Override
  public String name() {
    return task.name();
  }

  @Override
  public SignalSpec observationSpec() {
    return task.observationSpec();
  }

  @Override
  public SignalSpec actionSpec() {
    return task.actionSpec();
  }

  @Override
  public FeatureEncoder encoder() {
    return task.encoder();
  }

  @Override
  public long periodNanos() {
    return task.periodNanos();
  }

  @Override
  public int ticksPerDecision() {
    return task.ticksPerDecision();
  }

  @Override
  public int horizonSteps() {
    return task.horizonSteps();
  }

  @Override
  public double discount() {
    return task.discount();
  }
}
