package dev.tandem.app.train;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.world.AdjustableWorld;

/** The peg task with a sensor or a reward that breaks after a while. */
final class FaultyTask implements SimulatedTask {
  private final SimulatedTask task = Tasks.create("peg-insert", "plant");
  private final long sensorBreaksAtTick;
  private final int rewardBreaksAtStep;
  private int rewards;

  FaultyTask(long sensorBreaksAtTick, int rewardBreaksAtStep) {
    this.sensorBreaksAtTick = sensorBreaksAtTick;
    this.rewardBreaksAtStep = rewardBreaksAtStep;
  }

  @Override
  public Sensor taskSensor() {
    Sensor sensor = task.taskSensor();
    int last = task.observationSpec().size() - 1;
    return new Sensor() {
      @Override
      public IoStatus sample(Tick tick, MutableObservation observation) {
        IoStatus status = sensor.sample(tick, observation);
        if (tick.index() >= sensorBreaksAtTick) {
          observation.set(last, Double.NaN);
        }
        return status;
      }

      @Override
      public void close() {
        sensor.close();
      }
    };
  }

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    return rewards++ >= rewardBreaksAtStep ? Double.NaN : task.reward(before, applied, after);
  }

  @Override
  public AdjustableWorld world() {
    return task.world();
  }

  @Override
  public SignalSpec observationSpec() {
    return task.observationSpec();
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
  public SignalSpec actionSpec() {
    return task.actionSpec();
  }

  @Override
  public FeatureEncoder encoder() {
    return task.encoder();
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

  @Override
  public boolean terminated(Observation after) {
    return task.terminated(after);
  }

  @Override
  public boolean succeeded(Observation after) {
    return task.succeeded(after);
  }

  @Override
  public void reset(long episodeSeed) {
    task.reset(episodeSeed);
  }
}
