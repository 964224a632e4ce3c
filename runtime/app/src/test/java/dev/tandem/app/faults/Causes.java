package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.hil.device.TimedDevice;
import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;
import dev.tandem.simbridge.fault.FaultyActuator;
import dev.tandem.simbridge.fault.FaultyDevice;
import dev.tandem.simbridge.fault.FaultySensor;
import dev.tandem.simbridge.fault.FramedSensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;

/** Injections of what happens in the world, for whatever should notice it to notice. */
final class Causes {
  private static final long DEVICE_AGE_NANOS = 100_000_000;
  private static final double SWING_NM = 25;
  private static final double SWING_RAD_PER_TICK = 0.05;

  private Causes() {}

  /** A person drives from the beginning, until nothing is heard of the device any more. */
  static Injection silentDevice() {
    return new Injection() {
      @Override
      public InterventionSource person(FaultRig rig) {
        InterventionSource drives =
            (tick, observation, action) -> {
              action.zero();
              return true;
            };
        FaultyDevice device = new FaultyDevice(drives, rig.window);
        return new TimedDevice(device, device::newestNanos, DEVICE_AGE_NANOS);
      }
    };
  }

  /** The policy's process dies: its connection closes, and no action comes. */
  static Injection killedPolicy() {
    return new Injection() {
      @Override
      public void begin(FaultRig rig) {
        rig.policy.silent = true;
        rig.policy.slot.end();
      }

      @Override
      public void end(FaultRig rig) {
        rig.policy.silent = false;
      }
    };
  }

  /** The arm's state comes in frames, of which the wire flips a bit. */
  static Injection flippedBits() {
    return new Injection() {
      private final SplittableRandom random = new SplittableRandom(7);
      private Optional<FramedSensor> wire = Optional.empty();

      @Override
      public Sensor robot(FaultRig rig, Sensor healthy) {
        Block state = new Block(rig.at("q.0"), rig.simulator.observationSpec().size());
        FramedSensor framed = new FramedSensor(healthy, rig.window, state, random.split());
        wire = Optional.of(framed);
        return framed;
      }

      @Override
      public Sensor inputs(FaultRig rig, Sensor healthy) {
        return new CountingDriver(rig, healthy, wire.orElseThrow());
      }
    };
  }

  /** What a driver tells of its frames: numbers and stamps stand still when one was dropped. */
  private static final class CountingDriver implements Sensor {
    private final FramedSensor wire;
    private final int corrupt;
    private final Sensor healthy;
    private final int[] still;
    private final double[] before = new double[2];

    CountingDriver(FaultRig rig, Sensor healthy, FramedSensor wire) {
      this.wire = wire;
      this.corrupt = rig.at(Channels.DRIVE_CORRUPT);
      this.healthy = healthy;
      this.still = new int[] {rig.at(Channels.DRIVE_SEQUENCE), rig.at(Channels.DRIVE_STAMP)};
    }

    @Override
    public IoStatus sample(Tick tick, MutableObservation observation) {
      IoStatus status = healthy.sample(tick, observation);
      for (int i = 0; i < still.length; i++) {
        before[i] = wire.isDropped() ? before[i] : observation.get(still[i]);
        observation.set(still[i], before[i]);
      }
      observation.set(corrupt, (double) wire.corrupt());
      return status;
    }

    @Override
    public void close() {}
  }

  /** A person asks for a stop, and something shakes the arm so that it cannot come to rest. */
  static Injection shakenInAStop() {
    return new Injection() {
      private long ticks;

      @Override
      public boolean watchesContact() {
        return false;
      }

      @Override
      public void begin(FaultRig rig) {
        ticks = 0;
        rig.operator.stop("a test");
      }

      @Override
      public void again(FaultRig rig) {
        ticks++;
        rig.push(0, SWING_NM * Math.sin(SWING_RAD_PER_TICK * ticks));
        rig.push(4, SWING_NM / 4 * Math.cos(SWING_RAD_PER_TICK * ticks));
      }

      @Override
      public void end(FaultRig rig) {
        rig.push(0, 0);
        rig.push(4, 0);
      }
    };
  }

  /** Another process puts this thread, which is the rig's control thread, into another class. */
  static void schedule(String policy) {
    try {
      String thread = Path.of("/proc/thread-self").toRealPath().getFileName().toString();
      Process tool =
          new ProcessBuilder("chrt", policy, "--pid", "0", thread)
              .redirectErrorStream(true)
              .start();
      String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, tool.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException("chrt (util-linux) is needed to take away what is granted", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while chrt was at work", e);
    }
  }

  /** The drives take no command. */
  static Injection refusingDrives() {
    return new Injection() {
      @Override
      public Actuator drives(FaultRig rig, Actuator healthy) {
        return new FaultyActuator(healthy, rig.window);
      }
    };
  }

  /** The arm's sensor says that it is broken; its values stand. */
  static Injection brokenSensor() {
    return new Injection() {
      @Override
      public Sensor robot(FaultRig rig, Sensor healthy) {
        Block joint = rig.channel("q.0");
        return new FaultySensor(healthy, rig.window, joint, Distortion.frozen(), IoStatus.FAULT);
      }
    };
  }
}
