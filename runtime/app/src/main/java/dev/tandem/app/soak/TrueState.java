package dev.tandem.app.soak;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/**
 * Where the simulated arm truly is, in channels that nothing in the loop reads: for a judge whom no
 * spoilt sensor deceives. Control thread.
 */
final class TrueState implements Sensor {
  static final String PREFIX = "truth.";

  private final Simulator simulator;
  private final MutableObservation truth;
  private final Block block;

  TrueState(Simulator simulator, SignalSpec observation) {
    this.simulator = simulator;
    this.truth = new MutableObservation(simulator.observationSpec());
    String first = PREFIX + simulator.observationSpec().channels().get(0).name();
    this.block = new Block(observation.indexOf(first), truth.size());
  }

  /** The arm's channels under other names, without bounds. */
  static List<Channel> channels(SignalSpec arm) {
    return arm.channels().stream()
        .map(channel -> Channel.of(PREFIX + channel.name(), channel.unit()))
        .toList();
  }

  /** The way back from {@link #channels}. */
  static SignalSpec armOf(List<Channel> truths) {
    return new SignalSpec(
        "arm",
        truths.stream()
            .map(channel -> Channel.of(channel.name().substring(PREFIX.length()), channel.unit()))
            .toList());
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    simulator.observe(truth);
    for (int i = 0; i < block.size(); i++) {
      observation.set(block.offset() + i, truth.get(i));
    }
    return IoStatus.OK;
  }

  @Override
  public void close() {}
}
