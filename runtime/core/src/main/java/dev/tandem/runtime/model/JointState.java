package dev.tandem.runtime.model;

import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;

/** Joint positions and speeds out of an observation's blocks {@code q} and {@code qd}. */
public final class JointState {
  private final Block positions;
  private final Block speeds;
  private final double[] q;
  private final double[] qd;

  public JointState(SignalSpec observation, int joints) {
    this.positions = block(observation, "q", joints);
    this.speeds = block(observation, "qd", joints);
    this.q = new double[joints];
    this.qd = new double[joints];
  }

  /** The block of that name, which must have one channel a joint. */
  public static Block block(SignalSpec spec, String name, int joints) {
    Block block = spec.block(name);
    if (block.size() != joints) {
      throw new IllegalArgumentException(
          spec.name() + ": expected " + joints + " channels " + name + ".*, got " + block.size());
    }
    return block;
  }

  @HotPath
  public void read(Observation observation) {
    for (int i = 0; i < q.length; i++) {
      q[i] = observation.get(positions.offset() + i);
      qd[i] = observation.get(speeds.offset() + i);
    }
  }

  /** In rad; the same array every time, overwritten by {@link #read}. */
  @HotPath
  public double[] q() {
    return q;
  }

  /** In rad/s; the same array every time, overwritten by {@link #read}. */
  @HotPath
  public double[] qd() {
    return qd;
  }

  @HotPath
  public boolean isFinite() {
    boolean finite = true;
    for (int i = 0; i < q.length; i++) {
      finite &= Double.isFinite(q[i]) && Double.isFinite(qd[i]);
    }
    return finite;
  }
}
