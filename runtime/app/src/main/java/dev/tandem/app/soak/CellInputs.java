package dev.tandem.app.soak;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.HealthyInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every safety input that a cell may have, and all is well; position-controlled drives echo what
 * they were commanded. Control thread.
 */
public final class CellInputs implements Sensor {
  private static final int JOINTS = 7;

  private final Sensor healthy;
  private final Block measured;
  private final Block commanded;

  public CellInputs(SignalSpec observation) {
    Map<String, Double> values =
        Map.of(
            Channels.E_STOP_A, 1.0,
            Channels.E_STOP_B, 1.0,
            Channels.ENABLE, 1.0,
            Channels.PROTECTIVE, 1.0,
            Channels.DRIVE_STATUS, 0.0,
            Channels.DRIVE_CORRUPT, 0.0,
            Channels.PERSON_PRESENT, 0.0,
            Channels.PERSON_DISTANCE, 3.0,
            Channels.GRIPPER_WIDTH, 0.02,
            Channels.GRIPPER_PART, 0.02);
    List<String> stamps =
        List.of(Channels.E_STOP_STAMP, Channels.DRIVE_STAMP, Channels.TRACKER_STAMP);
    this.healthy = new HealthyInputs(observation, values, stamps, Channels.DRIVE_SEQUENCE);
    this.measured = observation.block("q");
    this.commanded = observation.block(Channels.COMMANDED);
  }

  /** The channels that it writes. */
  public static List<Channel> channels() {
    List<Channel> channels = new ArrayList<>(SignalSpec.block(Channels.COMMANDED, "rad", JOINTS));
    channels.addAll(Channels.ofCell());
    return channels;
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    for (int i = 0; i < measured.size(); i++) {
      observation.set(commanded.offset() + i, observation.get(measured.offset() + i));
    }
    return healthy.sample(tick, observation);
  }

  @Override
  public void close() {}
}
