package dev.tandem.simbridge.world;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.Set;

/** A simulator that is another one but for what a subclass makes of it. One thread. */
public abstract class WrappedSimulator implements Simulator {
  private final Simulator inner;

  protected WrappedSimulator(Simulator inner) {
    this.inner = inner;
  }

  @Override
  @HotPath
  public void step(Command command, double dtSeconds) {
    inner.step(command, dtSeconds);
  }

  @Override
  @HotPath
  public void brake(double dtSeconds) {
    inner.brake(dtSeconds);
  }

  @Override
  @HotPath
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
