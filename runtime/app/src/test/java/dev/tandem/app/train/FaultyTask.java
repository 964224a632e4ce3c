package dev.tandem.app.train;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.task.WrappedTask;

/** The peg task with a sensor or a reward that breaks after a while. */
final class FaultyTask extends WrappedTask {
  private final long sensorBreaksAtTick;
  private final int rewardBreaksAtStep;
  private int rewards;

  FaultyTask(long sensorBreaksAtTick, int rewardBreaksAtStep) {
    super(Tasks.create("peg-insert", "plant"));
    this.sensorBreaksAtTick = sensorBreaksAtTick;
    this.rewardBreaksAtStep = rewardBreaksAtStep;
  }

  @Override
  public Sensor taskSensor() {
    Sensor sensor = super.taskSensor();
    int last = observationSpec().size() - 1;
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
    return rewards++ >= rewardBreaksAtStep ? Double.NaN : super.reward(before, applied, after);
  }
}
