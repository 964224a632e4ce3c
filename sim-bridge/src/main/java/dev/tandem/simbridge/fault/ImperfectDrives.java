package dev.tandem.simbridge.fault;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * An arm whose commands reach its drives some ticks late and whose joints rub against what they
 * turn in, with the same torque at any speed (Coulomb). No model knows of either. One thread.
 */
public final class ImperfectDrives implements Simulator {
  /** Below it friction is as a damper's, or a joint at rest would shake. */
  private static final double STICTION_RAD_PER_S = 0.05;

  private final Simulator inner;
  private final PushedSimulator rubbing;
  private final double[] frictionNm;
  private final double[] pushNm;
  private final Block speeds;
  private final MutableObservation seen;
  private final Deque<MutableCommand> free = new ArrayDeque<>();
  private final Deque<MutableCommand> underWay = new ArrayDeque<>();

  /**
   * @param delayTicks after which a command arrives; what comes first after the brakes is there at
   *     once, and stays until more arrives
   * @param frictionNm of each joint that turns
   */
  public ImperfectDrives(Simulator inner, int delayTicks, double[] frictionNm) {
    this.inner = inner;
    this.rubbing = new PushedSimulator(inner);
    this.frictionNm = frictionNm.clone();
    this.pushNm = new double[frictionNm.length];
    this.speeds = inner.observationSpec().block("qd");
    this.seen = new MutableObservation(inner.observationSpec());
    for (int i = 0; i <= delayTicks; i++) {
      free.add(new MutableCommand(inner.commandSpec()));
    }
  }

  @Override
  @HotPath
  public void step(Command command, double dtSeconds) {
    inner.observe(seen);
    for (int i = 0; i < pushNm.length; i++) {
      double speed = seen.get(speeds.offset() + i) / STICTION_RAD_PER_S;
      pushNm[i] = -frictionNm[i] * Math.max(-1, Math.min(1, speed));
    }
    rubbing.push(pushNm);
    MutableCommand newest = free.remove();
    newest.copyFrom(command);
    underWay.add(newest);
    rubbing.step(underWay.getFirst(), dtSeconds);
    if (free.isEmpty()) {
      free.add(underWay.remove());
    }
  }

  /** What is under way is lost. */
  @Override
  @HotPath
  public void brake(double dtSeconds) {
    forget();
    rubbing.brake(dtSeconds);
  }

  @HotPath
  private void forget() {
    while (!underWay.isEmpty()) {
      free.add(underWay.remove());
    }
  }

  @Override
  @HotPath
  public void observe(MutableObservation observation) {
    rubbing.observe(observation);
  }

  @Override
  public void reset(long seed) {
    forget();
    rubbing.reset(seed);
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
