package dev.tandem.simbridge.fault;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.WrappedSimulator;

/**
 * An arm on whose joints something pushes that neither drives nor model know of: a person, or a
 * payload. The torques that it measures are those of its drives alone. One thread.
 */
public final class PushedSimulator extends WrappedSimulator {
  private final Block measured;
  private final Block driven;
  private final MutableCommand loaded;
  private final double[] pushNm;
  private boolean powered;

  public PushedSimulator(Simulator inner) {
    super(inner);
    this.measured = inner.observationSpec().block("tau");
    this.driven = inner.commandSpec().block("tau");
    this.loaded = new MutableCommand(inner.commandSpec());
    this.pushNm = new double[driven.size()];
  }

  /** From now on, in Nm, [joint]. */
  public void push(double[] torqueNm) {
    System.arraycopy(torqueNm, 0, pushNm, 0, pushNm.length);
  }

  @Override
  @HotPath
  public void step(Command command, double dtSeconds) {
    loaded.copyFrom(command);
    for (int i = 0; i < pushNm.length; i++) {
      int channel = driven.offset() + i;
      loaded.set(channel, command.get(channel) + pushNm[i]);
    }
    powered = true;
    super.step(loaded, dtSeconds);
  }

  @Override
  @HotPath
  public void brake(double dtSeconds) {
    powered = false;
    super.brake(dtSeconds);
  }

  @Override
  @HotPath
  public void observe(MutableObservation observation) {
    super.observe(observation);
    for (int i = 0; powered && i < pushNm.length; i++) {
      double both = observation.get(measured.offset() + i);
      observation.set(measured.offset() + i, both - pushNm[i]);
    }
  }

  @Override
  public void reset(long seed) {
    powered = false;
    super.reset(seed);
  }
}
