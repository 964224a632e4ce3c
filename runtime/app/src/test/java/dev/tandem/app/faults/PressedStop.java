package dev.tandem.app.faults;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.safety.monitor.Channels;
import java.util.random.RandomGenerator;

/** A line of the cell that is spoilt, and somebody who may drive by hand. */
final class PressedStop implements Injection {

  int channel = -1;
  double value;
  boolean personDrives;

  @Override
  public Sensor inputs(FaultRig rig, Sensor healthy) {
    return new Sensor() {
      @Override
      public IoStatus sample(Tick tick, MutableObservation observation) {
        IoStatus status = healthy.sample(tick, observation);
        if (channel >= 0) {
          observation.set(channel, value);
        }
        return status;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public InterventionSource person(FaultRig rig) {
    return (tick, observation, action) -> {
      action.zero();
      return personDrives;
    };
  }

  /** What can be pressed, and what it leads to. */
  enum Input {
    E_STOP(Channels.E_STOP_A, Fault.E_STOP, Mode.STOP1),
    SECOND_E_STOP(Channels.E_STOP_B, Fault.E_STOP, Mode.STOP1),
    PROTECTIVE_STOP(Channels.PROTECTIVE, Fault.PROTECTIVE_STOP, Mode.STOP2),
    ENABLING_DEVICE(Channels.ENABLE, Fault.ENABLING_DEVICE, Mode.STOP1);

    final String channel;
    final Fault fault;
    final Mode mode;

    Input(String channel, Fault fault, Mode mode) {
      this.channel = channel;
      this.fault = fault;
      this.mode = mode;
    }

    /** Without power already there is no controlled stop: category 0. */
    Mode expectedFrom(Mode before) {
      return before.isPowered() ? mode : Mode.STOP0;
    }

    static Input any(RandomGenerator random) {
      return values()[random.nextInt(values().length)];
    }
  }
}
