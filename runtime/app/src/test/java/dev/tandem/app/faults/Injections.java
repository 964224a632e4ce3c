package dev.tandem.app.faults;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.simbridge.fault.Distortion;
import dev.tandem.simbridge.fault.FaultyPolicy;
import dev.tandem.simbridge.fault.FaultySensor;
import dev.tandem.simbridge.fault.SilentSensor;
import dev.tandem.simbridge.fault.SlowSensor;
import dev.tandem.simbridge.fault.SuddenPerson;
import java.util.function.Consumer;

/** The injections that more than one row needs. */
final class Injections {
  private Injections() {}

  /** An input channel of the cell goes wrong. */
  static Injection input(String channel, Distortion distortion) {
    return new Injection() {
      @Override
      public Sensor inputs(FaultRig rig, Sensor healthy) {
        return spoil(rig, healthy, rig.channel(channel), distortion);
      }
    };
  }

  /** Two input channels go wrong together. */
  static Injection inputs(String first, String second, Distortion distortion) {
    return new Injection() {
      @Override
      public Sensor inputs(FaultRig rig, Sensor healthy) {
        Sensor one = spoil(rig, healthy, rig.channel(first), distortion);
        return spoil(rig, one, rig.channel(second), distortion);
      }
    };
  }

  /** Channels of the arm go wrong. */
  static Injection arm(String first, int channels, Distortion distortion) {
    return new Injection() {
      @Override
      public Sensor robot(FaultRig rig, Sensor healthy) {
        return spoil(rig, healthy, new Block(rig.at(first), channels), distortion);
      }
    };
  }

  /** A joint's measured speed is one that it does not have; nobody looks for contact. */
  static Injection speed(String channel, double radPerS) {
    return new Injection() {
      @Override
      public Sensor robot(FaultRig rig, Sensor healthy) {
        return spoil(rig, healthy, rig.channel(channel), Distortion.to(radPerS));
      }

      @Override
      public boolean watchesContact() {
        return false;
      }
    };
  }

  /** A tool that is fast, with somebody near. */
  static Injection fastToolNearPerson(String present, double metresPerSecond) {
    return new Injection() {
      @Override
      public Sensor robot(FaultRig rig, Sensor healthy) {
        Block speed = rig.channel("tool_velocity.0");
        return spoil(rig, healthy, speed, Distortion.to(metresPerSecond));
      }

      @Override
      public Sensor inputs(FaultRig rig, Sensor healthy) {
        return spoil(rig, healthy, rig.channel(present), Distortion.to(1));
      }
    };
  }

  private static Sensor spoil(FaultRig rig, Sensor healthy, Block block, Distortion distortion) {
    return new FaultySensor(healthy, rig.window, block, distortion, IoStatus.OK);
  }

  /** No packet of the robot comes. */
  static Injection noPackets() {
    return new Injection() {
      @Override
      public Sensor robot(FaultRig rig, Sensor healthy) {
        return new SilentSensor(healthy, rig.window);
      }

      @Override
      public Sensor inputs(FaultRig rig, Sensor healthy) {
        Sensor still = spoil(rig, healthy, rig.channel("drive.sequence"), Distortion.frozen());
        return spoil(rig, still, rig.channel("drive.stamp"), Distortion.frozen());
      }
    };
  }

  /** The sensor that finds the target hears nothing, and says so. */
  static Injection silentTarget() {
    return new Injection() {
      @Override
      public Sensor target(FaultRig rig, Sensor healthy) {
        return new SilentSensor(healthy, rig.window);
      }
    };
  }

  /** Sampling takes as long as this. */
  static Injection slow(long nanos) {
    return new Injection() {
      @Override
      public Sensor robot(FaultRig rig, Sensor healthy) {
        return new SlowSensor(healthy, rig.window, rig.time, nanos);
      }
    };
  }

  static Injection policy(Distortion distortion) {
    return new Injection() {
      @Override
      public Policy policy(FaultRig rig, Policy healthy) {
        return new FaultyPolicy(healthy, rig.window, distortion);
      }
    };
  }

  /**
   * What is decided from the first tick of the window on, in which there is a decision.
   *
   * @param lastAfterTicks from there to the decision that is one too many; reactions count from it
   */
  static Injection decisions(Distortion distortion, long lastAfterTicks) {
    return new Injection() {
      @Override
      public Policy policy(FaultRig rig, Policy healthy) {
        return new FaultyPolicy(healthy, rig.window, distortion);
      }

      @Override
      public boolean isDue(FaultRig rig) {
        return rig.decidesNext();
      }

      @Override
      public long atInputAfterTicks() {
        return lastAfterTicks;
      }
    };
  }

  static Injection silentPolicy() {
    return new Injection() {
      @Override
      public void begin(FaultRig rig) {
        rig.policy.silent = true;
      }

      @Override
      public void end(FaultRig rig) {
        rig.policy.silent = false;
      }
    };
  }

  /** Something that is switched on and off. */
  static Injection during(Consumer<FaultRig> on, Consumer<FaultRig> off) {
    return new Injection() {
      @Override
      public void begin(FaultRig rig) {
        on.accept(rig);
      }

      @Override
      public void end(FaultRig rig) {
        off.accept(rig);
      }
    };
  }

  static Injection push(int joint, double newtonMetres) {
    return during(rig -> rig.push(joint, newtonMetres), rig -> rig.push(joint, 0));
  }

  static Injection person() {
    return new Injection() {
      @Override
      public InterventionSource person(FaultRig rig) {
        return new SuddenPerson(rig.window);
      }
    };
  }
}
