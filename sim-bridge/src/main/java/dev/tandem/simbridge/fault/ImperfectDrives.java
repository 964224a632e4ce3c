package dev.tandem.simbridge.fault;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.WrappedSimulator;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An arm whose commands reach its drives some ticks late and whose joints rub against what they
 * turn in, with the same torque at any speed (Coulomb). No model knows of either. One thread.
 */
public final class ImperfectDrives extends WrappedSimulator {
  /** Below it friction is as a damper's, or a joint at rest would shake. */
  private static final double STICTION_RAD_PER_S = 0.05;

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
    this(new PushedSimulator(inner), delayTicks, frictionNm);
  }

  private ImperfectDrives(PushedSimulator rubbing, int delayTicks, double[] frictionNm) {
    super(rubbing);
    this.rubbing = rubbing;
    this.frictionNm = frictionNm.clone();
    this.pushNm = new double[frictionNm.length];
    this.speeds = rubbing.observationSpec().block("qd");
    this.seen = new MutableObservation(rubbing.observationSpec());
    for (int i = 0; i <= delayTicks; i++) {
      free.add(new MutableCommand(rubbing.commandSpec()));
    }
  }

  @Override
  @HotPath
  public void step(Command command, double dtSeconds) {
    observe(seen);
    for (int i = 0; i < pushNm.length; i++) {
      double speed = seen.get(speeds.offset() + i) / STICTION_RAD_PER_S;
      pushNm[i] = -frictionNm[i] * Math.max(-1, Math.min(1, speed));
    }
    rubbing.push(pushNm);
    MutableCommand newest = free.remove();
    newest.copyFrom(command);
    underWay.add(newest);
    super.step(underWay.getFirst(), dtSeconds);
    if (free.isEmpty()) {
      free.add(underWay.remove());
    }
  }

  /** What is under way is lost. */
  @Override
  @HotPath
  public void brake(double dtSeconds) {
    forget();
    super.brake(dtSeconds);
  }

  @HotPath
  private void forget() {
    while (!underWay.isEmpty()) {
      free.add(underWay.remove());
    }
  }

  @Override
  public void reset(long seed) {
    forget();
    super.reset(seed);
  }
}
