package dev.tandem.simbridge.task;

import dev.tandem.controllers.impedance.CartesianImpedance;
import dev.tandem.controllers.impedance.ImpedanceConfig;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.world.ArmWorld;

/** A task's own world, driven by hand through an impedance, without loop or policy. */
final class TaskRig {
  private static final int PERIOD_NANOS = 1_000_000;
  private static final int TICKS_PER_STEP = 100;

  final SimulatedTask task;
  final MutableObservation observation;
  private final ArmWorld world;

  TaskRig(SimulatedTask task) {
    this.task = task;
    this.world = (ArmWorld) task.simulator();
    this.observation = new MutableObservation(task.observationSpec());
  }

  /** Starts an episode and observes it. */
  double[] reset(long episodeSeed) {
    task.reset(episodeSeed);
    return observe();
  }

  double[] observe() {
    world.observe(observation);
    task.taskSensor().sample(new MutableTick(PERIOD_NANOS), observation);
    double[] values = new double[observation.size()];
    observation.copyTo(values, 0);
    return values;
  }

  double get(String channel) {
    return observation.get(task.observationSpec().indexOf(channel));
  }

  void place(double x, double y, double z) {
    world.placeTool(x, y, z);
    observe();
  }

  /** Presses the tool down for a while, over one point of the table; 1 cm of spring at most. */
  void pressDown(int steps) {
    var action = new MutableAction(task.actionSpec());
    action.set(2, -0.01);
    var command = new MutableCommand(world.commandSpec());
    var tick = new MutableTick(PERIOD_NANOS);
    var impedance =
        new CartesianImpedance(
            observation.spec(),
            action.spec(),
            command.spec(),
            new ChainModel(Arm7.chain()),
            ImpedanceConfig.serl(Arm7.homeRad()));
    impedance.reset(observation);
    double x = get("tool.0");
    double y = get("tool.1");
    for (int i = 0; i < steps * TICKS_PER_STEP; i++) {
      if (i % TICKS_PER_STEP == 0) {
        action.set(0, x - get("tool.0"));
        action.set(1, y - get("tool.1"));
        impedance.decided(tick, observation, action);
      }
      impedance.update(tick, observation, action, command);
      world.step(command, PERIOD_NANOS * 1e-9);
      observe();
    }
  }

  float[] features() {
    float[] features = new float[task.encoder().size()];
    task.encoder().encode(observation, features);
    return features;
  }
}
