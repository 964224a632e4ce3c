package dev.tandem.safety.intake;

import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;
import java.util.stream.Stream;

/**
 * F11, F14: stands after the sensor of the drives and mends what it said. For one packet that is
 * lost, joints go on with constant acceleration, for no more than five periods; from the second on
 * the state stands. A frame whose stamp or number jumps is not used: the last good one stands,
 * until so many were refused in a row that the drives must have another clock or count anew; the
 * robot then brakes by what they say now. Sequence number and stamp stay as they came, for the
 * monitors that count and stop. Control thread.
 */
public final class StateIntake implements Sensor {
  private static final long MOST_PERIODS = 5;

  private final int sequence;
  private final int stamp;
  private final StampCheck stamps;
  private final SequenceCheck numbers = new SequenceCheck();
  private final Block positions;
  private final Block speeds;
  private final Block[] blocks;
  private final double[][] used;
  private final double[] acceleration;
  private final int mostRefused;
  private double seen = Double.NaN;
  private int refused;
  private int missing;
  private long takenTick = -1;
  private long takenNanos;
  private long mendedTick = -1;
  private boolean started;

  /**
   * Mends the state of drives.
   *
   * @param channels of sequence number and stamp
   * @param others blocks that come in the same frame as {@code q} and {@code qd}
   * @param maxStampJumpNanos by which a stamp may run ahead of the time that has passed
   * @param mostRefused frames in a row, the last of which is taken
   */
  public StateIntake(
      SignalSpec observation,
      Frame channels,
      List<String> others,
      long maxStampJumpNanos,
      int mostRefused) {
    this.mostRefused = mostRefused;
    this.sequence = observation.indexOf(channels.sequence());
    this.stamp = observation.indexOf(channels.stamp());
    this.stamps = new StampCheck(maxStampJumpNanos);
    this.positions = observation.block("q");
    this.speeds = JointState.block(observation, "qd", positions.size());
    this.blocks =
        Stream.concat(Stream.of("q", "qd"), others.stream())
            .map(observation::block)
            .toArray(Block[]::new);
    this.used = new double[blocks.length][];
    for (int b = 0; b < blocks.length; b++) {
      used[b] = new double[blocks[b].size()];
    }
    this.acceleration = new double[positions.size()];
  }

  /** The names of the channels that tell frames apart. */
  public record Frame(String sequence, String stamp) {}

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    double number = observation.get(sequence);
    boolean came = number != seen;
    boolean next = numbers.isNew(tick, number);
    boolean good = isGood(tick, observation, came, next);
    boolean again = !came && tick.index() == takenTick;
    seen = number;
    if (!started || again || (came && good)) {
      take(tick, observation);
      return IoStatus.OK;
    }
    if (tick.index() != mendedTick) {
      missing++;
      mendedTick = tick.index();
      if (!next && missing == 1) {
        extrapolate(tick);
      }
    }
    give(observation);
    return IoStatus.STALE;
  }

  @HotPath
  private boolean isGood(Tick tick, Observation observation, boolean came, boolean next) {
    boolean good = stamps.isGood(tick, observation.get(stamp)) && (next || !came);
    refused = good ? 0 : refused + (came ? 1 : 0);
    if (refused < mostRefused) {
      return good;
    }
    refused = 0;
    stamps.begin(tick, observation.get(stamp));
    numbers.begin(tick, observation.get(sequence));
    return true;
  }

  /** Keeps the frame; one that is not finite is kept from nobody, and not kept here. */
  @HotPath
  private void take(Tick tick, MutableObservation observation) {
    if (observation.firstNotFinite() >= 0) {
      return;
    }
    if (tick.index() != takenTick) {
      accelerate(tick, observation);
    }
    for (int b = 0; b < blocks.length; b++) {
      for (int i = 0; i < used[b].length; i++) {
        used[b][i] = observation.get(blocks[b].offset() + i);
      }
    }
    missing = 0;
    started = true;
    takenTick = tick.index();
    takenNanos = tick.startNanos();
  }

  /** What the speeds have changed by, in the time that has really passed. */
  @HotPath
  private void accelerate(Tick tick, Observation observation) {
    double dtSeconds = (tick.startNanos() - takenNanos) * 1e-9;
    for (int i = 0; i < acceleration.length; i++) {
      double change = observation.get(speeds.offset() + i) - used[1][i];
      acceleration[i] = started && missing == 0 ? change / dtSeconds : 0;
    }
  }

  @HotPath
  private void extrapolate(Tick tick) {
    long nanos = Math.min(tick.startNanos() - takenNanos, MOST_PERIODS * tick.periodNanos());
    double dtSeconds = nanos * 1e-9;
    for (int i = 0; i < acceleration.length; i++) {
      double change = acceleration[i] * dtSeconds;
      used[0][i] += (used[1][i] + 0.5 * change) * dtSeconds;
      used[1][i] += change;
    }
  }

  @HotPath
  private void give(MutableObservation observation) {
    for (int b = 0; b < blocks.length; b++) {
      for (int i = 0; i < used[b].length; i++) {
        observation.set(blocks[b].offset() + i, used[b][i]);
      }
    }
  }

  /** The robot was put somewhere else: what it was like before says nothing. */
  public void restart() {
    started = false;
    missing = 0;
    refused = 0;
    seen = Double.NaN;
    takenTick = -1;
    numbers.restart();
    stamps.restart();
  }

  @Override
  public void close() {}
}
