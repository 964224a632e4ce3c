package dev.tandem.simbridge.remote;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.AdjustableWorld;
import dev.tandem.simbridge.world.PhysicsScales;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A world that another program simulates: one frame and its answer for each change, and what was
 * observed last in between. Waits for a network, so not for a control thread in real time.
 */
abstract class RemoteWorld implements AdjustableWorld {
  private final RemoteLink link;
  private final SignalSpec observation;
  private final SignalSpec command;
  private final double[] commanded;
  private double[] observed;
  private boolean diverged;

  /** Connects, and makes sure that it speaks of the same channels. */
  RemoteWorld(RemoteAddress address, SignalSpec observation, SignalSpec command) {
    this.observation = observation;
    this.command = command;
    this.observed = new double[observation.size()];
    this.commanded = new double[command.size()];
    this.link = new RemoteLink(address, observation, command);
  }

  /** Makes the world, and observes it; leaves when there is none. */
  final void make(String world, List<Message.Part> parts) {
    try {
      observe(new Message.Scene(world, parts));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Puts parts of it elsewhere. */
  final void place(List<Message.Part> parts) {
    observe(new Message.Place(parts));
  }

  @Override
  public void reset(long seed) {
    observe(new Message.Reset(seed, Map.of()));
  }

  /** The protocol has no word for it. */
  @Override
  public final void adjust(PhysicsScales scales) {
    require(scales.equals(PhysicsScales.NOMINAL), "physics as the model says", scales);
  }

  /** The protocol has no word for it. */
  @Override
  public final void displace(double[] offsetRad) {
    boolean stays = Arrays.stream(offsetRad).allMatch(offset -> offset == 0);
    require(stays, "joints as the task puts them", Arrays.toString(offsetRad));
  }

  private static void require(boolean holds, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "simulator: remote is randomised by the program that simulates; expected %s, found %s"
              .formatted(expected, found));
    }
  }

  @Override
  public final void step(Command wanted, double dtSeconds) {
    wanted.copyTo(commanded, 0);
    observe(new Message.Advance(false, dtSeconds, commanded));
  }

  @Override
  public final void brake(double dtSeconds) {
    observe(new Message.Advance(true, dtSeconds, commanded));
  }

  /** Of a world that has diverged it is NaN, as here, which the safety gate stops for. */
  private void observe(Message request) {
    double[] seen = link.observe(request);
    diverged = seen.length == 0;
    if (diverged) {
      Arrays.fill(observed, Double.NaN);
    } else {
      observed = seen;
    }
  }

  /** Whether nothing but a reset is of use. */
  final boolean hasDiverged() {
    return diverged;
  }

  @Override
  public final void observe(MutableObservation to) {
    for (int i = 0; i < observed.length; i++) {
      to.set(i, observed[i]);
    }
  }

  @Override
  public final SignalSpec observationSpec() {
    return observation;
  }

  @Override
  public final SignalSpec commandSpec() {
    return command;
  }

  @Override
  public final void render(String camera, MutableImage image) {
    throw new UnsupportedOperationException(
        "camera " + camera + ": expected a simulator with cameras, found a remote one");
  }

  @Override
  public final void close() {
    link.close();
  }
}
