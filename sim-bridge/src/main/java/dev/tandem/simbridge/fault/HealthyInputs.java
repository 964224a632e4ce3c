package dev.tandem.simbridge.fault;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;
import java.util.Map;

/**
 * Safety inputs of a simulated cell in which all is well, for injectors to spoil: channels that
 * hold a value, channels that hold the time in s, one that counts periods. Control thread.
 */
public final class HealthyInputs implements Sensor {
  private final int[] constants;
  private final double[] values;
  private final int[] stamps;
  private final int sequence;

  /**
   * Writes these channels of an observation.
   *
   * @param constants values by name
   * @param stamps names of channels that hold the tick's time
   * @param sequence name of the channel that counts
   */
  public HealthyInputs(
      SignalSpec observation, Map<String, Double> constants, List<String> stamps, String sequence) {
    List<String> names = List.copyOf(constants.keySet());
    this.constants = names.stream().mapToInt(observation::indexOf).toArray();
    this.values = names.stream().mapToDouble(constants::get).toArray();
    this.stamps = stamps.stream().mapToInt(observation::indexOf).toArray();
    this.sequence = observation.indexOf(sequence);
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    for (int i = 0; i < constants.length; i++) {
      observation.set(constants[i], values[i]);
    }
    for (int i = 0; i < stamps.length; i++) {
      observation.set(stamps[i], tick.startNanos() * 1e-9);
    }
    observation.set(sequence, (double) tick.index());
    return IoStatus.OK;
  }

  @Override
  public void close() {}
}
