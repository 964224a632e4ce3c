package dev.tandem.app.identify;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.fault.PushedSimulator;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.task.WrappedTask;
import java.util.Set;

/** A task whose arm's joints rub: Coulomb friction, which no simulator here has. */
final class RubbedTask extends WrappedTask {
  private final Rubbed simulator;

  RubbedTask(SimulatedTask task, double[] coulombNm) {
    super(task);
    this.simulator = new Rubbed(new PushedSimulator(task.simulator()), coulombNm);
  }

  @Override
  public Simulator simulator() {
    return simulator;
  }

  private record Rubbed(PushedSimulator inner, double[] coulombNm) implements Simulator {
    @Override
    public void step(Command command, double dtSeconds) {
      MutableObservation now = new MutableObservation(inner.observationSpec());
      inner.observe(now);
      int speeds = inner.observationSpec().block("qd").offset();
      double[] pushNm = new double[coulombNm.length];
      for (int i = 0; i < pushNm.length; i++) {
        pushNm[i] = -coulombNm[i] * Math.tanh(now.get(speeds + i) / 1e-3);
      }
      inner.push(pushNm);
      inner.step(command, dtSeconds);
    }

    @Override
    public void brake(double dtSeconds) {
      inner.brake(dtSeconds);
    }

    @Override
    public void observe(MutableObservation observation) {
      inner.observe(observation);
    }

    @Override
    public void reset(long seed) {
      inner.reset(seed);
    }

    @Override
    public Set<Capability> capabilities() {
      return inner.capabilities();
    }

    @Override
    public SignalSpec observationSpec() {
      return inner.observationSpec();
    }

    @Override
    public SignalSpec commandSpec() {
      return inner.commandSpec();
    }

    @Override
    public void render(String camera, MutableImage image) {
      inner.render(camera, image);
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
