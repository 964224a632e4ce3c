package dev.tandem.simbridge.randomize;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.task.PegInsert;
import java.util.Map;
import java.util.Optional;

/** A peg's task in worlds that differ, and what is seen while nobody drives it. */
final class VariedPeg {
  static final double PERIOD_SECONDS = 0.001;

  private VariedPeg() {}

  static RandomizedTask task(Map<Parameter, Distribution> named) {
    Randomization differences = new Randomization(named);
    return new RandomizedTask(
        new PegInsert(scene -> new ChainPlant(Arm7.chain(), scene)),
        Optional.of(new ChainModel(Arm7.chain())),
        differences,
        Curriculum.uniform(differences));
  }

  /** What is seen last. */
  static double[] episode(RandomizedTask task, long seed, int ticks) {
    MutableObservation observation = new MutableObservation(task.observationSpec());
    MutableCommand command = new MutableCommand(task.simulator().commandSpec());
    task.reset(seed);
    run(task, command, observation, 0, ticks);
    double[] values = new double[observation.size()];
    observation.copyTo(values, 0);
    return values;
  }

  static void run(
      RandomizedTask task,
      MutableCommand command,
      MutableObservation observation,
      long from,
      int ticks) {
    MutableTick tick = new MutableTick(1_000_000);
    for (long i = from; i < from + ticks; i++) {
      tick.set(i, i * 1_000_000, 0);
      task.simulator().observe(observation);
      task.taskSensor().sample(tick, observation);
      task.simulator().step(command, PERIOD_SECONDS);
    }
  }
}
