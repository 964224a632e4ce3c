package dev.tandem.app.soak;

import dev.tandem.hil.device.TimedDevice;
import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Clock;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;
import dev.tandem.simbridge.fault.FaultWindow;
import dev.tandem.simbridge.fault.FaultyActuator;
import dev.tandem.simbridge.fault.FaultyDevice;
import dev.tandem.simbridge.fault.FaultyPolicy;
import dev.tandem.simbridge.fault.FaultySensor;
import dev.tandem.simbridge.fault.SilentSensor;
import dev.tandem.simbridge.fault.SlowSensor;
import dev.tandem.simbridge.fault.SuddenPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every kind of fault that a soak injects. Wraps the parts of its loop, each with windows of its
 * own, and keeps the list of what it can do to them.
 */
final class FaultKinds {
  private static final long SLOW_NANOS = 400_000;
  private static final long DEVICE_AGE_NANOS = 100_000_000;
  private static final int DECISION_TICKS = SoakCell.TICKS_PER_DECISION;

  private final SignalSpec spec;
  private final SoakSwitches switches;
  private final List<SoakFault> all = new ArrayList<>();
  private final FaultWindow packets = new FaultWindow();

  /**
   * None yet.
   *
   * @param spec all that the loop senses
   */
  FaultKinds(SignalSpec spec, SoakSwitches switches) {
    this.spec = spec;
    this.switches = switches;
    add("policy silent", Fault.ACTION_STALE, 130, 150, switched(on -> switches.policySilent = on));
    add("policy dead", Fault.POLICY_LOST, 1, 500, switched(on -> switches.policyDead = on));
    add("action comes twice", Fault.ACTION_OUT_OF_ORDER, 2, 2, switched(switches::actTwice));
    add("priority lost", Fault.REAL_TIME_LOST, 1, 5, switched(on -> switches.realTimeLost = on));
    add("limits refused", Fault.CONFIGURATION, 1, 30, switched(on -> switches.limitsRefused = on));
  }

  List<SoakFault> all() {
    return List.copyOf(all);
  }

  /** One more, that somebody else brings about. */
  void add(SoakFault fault) {
    all.add(fault);
  }

  /** One more, that comes only while somebody drives. */
  void add(String name, Enum<?> sign, long within, long lasts, SoakFault.Injector how) {
    all.add(new SoakFault(name, sign.name(), within, lasts, false, how));
  }

  /** The arm's sensor, spoilt, silent or slow. */
  Sensor arm(Sensor healthy, Clock clock) {
    Sensor arm = new SilentSensor(spoil(healthy, SpoiltChannel.ofArm()), packets);
    add("a packet lost", Fault.PACKET_LOST, 1, 1, of(packets));
    add("packets lost", Fault.PACKETS_LOST, 6, 15, of(packets));
    FaultWindow load = new FaultWindow();
    arm = spoil(arm, load, new Block(spec.indexOf("tau.1"), 1), Distortion.by(4));
    FaultWindow slow = new FaultWindow();
    add("ticks too slow", Fault.OVERRUN, 2, 3, of(slow));
    add("wrong load at rest", Fault.WRONG_MODEL, 7_900, 8_000, resting(load));
    return new SlowSensor(arm, slow, clock, SLOW_NANOS);
  }

  /** The cell's inputs. */
  Sensor inputs(Sensor healthy) {
    Sensor inputs = spoil(healthy, SpoiltChannel.ofInputs());
    for (String channel : List.of(Channels.DRIVE_SEQUENCE, Channels.DRIVE_STAMP)) {
      inputs = spoil(inputs, packets, new Block(spec.indexOf(channel), 1), Distortion.frozen());
    }
    return inputs;
  }

  private Sensor spoil(Sensor healthy, List<SpoiltChannel> channels) {
    Sensor sensor = healthy;
    for (SpoiltChannel spoilt : channels) {
      FaultWindow window = new FaultWindow();
      Block block = new Block(spec.indexOf(spoilt.first()), spoilt.channels());
      SpoiltChannel.Lie lie = spoilt.lie();
      sensor = new FaultySensor(sensor, window, block, lie.distortion(), lie.status());
      SpoiltChannel.Span span = spoilt.span();
      add(
          new SoakFault(
              spoilt.name(),
              spoilt.sign().name(),
              span.withinTicks(),
              span.lastsTicks(),
              span.whileStopped(),
              of(window)));
    }
    return sensor;
  }

  private static Sensor spoil(Sensor healthy, FaultWindow window, Block block, Distortion lie) {
    return new FaultySensor(healthy, window, block, lie, IoStatus.OK);
  }

  /** Drives that refuse commands. */
  Actuator drives(Actuator healthy) {
    FaultWindow window = new FaultWindow();
    add("drives refuse", Fault.ACTUATOR_FAULT, 2, 3, of(window));
    return new FaultyActuator(healthy, window);
  }

  /** A policy that asks for what is no number. */
  Policy policy(Policy healthy) {
    FaultWindow window = new FaultWindow();
    add("NaN asked for", Fault.ACTION_UNUSABLE, DECISION_TICKS + 2, 4 * DECISION_TICKS, of(window));
    return new FaultyPolicy(healthy, window, Distortion.to(Double.NaN));
  }

  /** A person who takes over now and then, with a device that may fall silent. */
  InterventionSource person() {
    FaultWindow drives = new FaultWindow();
    FaultWindow lost = new FaultWindow();
    add("a person takes over", Mode.RUN_HUMAN, 1, 700, of(drives));
    SoakFault.Injector falls =
        new SoakFault.Injector() {
          @Override
          public void begin(long atTick, long ticks) {
            drives.open(atTick, ticks);
            lost.open(atTick + 100, ticks - 100);
          }

          @Override
          public void end() {
            drives.close();
            lost.close();
          }
        };
    add("person's device lost", Mode.ARMED, 202, 400, falls);
    FaultyDevice device = new FaultyDevice(new SuddenPerson(drives), lost);
    return new TimedDevice(device, device::newestNanos, DEVICE_AGE_NANOS);
  }

  /** While the arm is to rest, which takes it some seconds. */
  private SoakFault.Injector resting(FaultWindow window) {
    return new SoakFault.Injector() {
      @Override
      public void begin(long atTick, long ticks) {
        switches.policyRests = true;
        window.open(atTick, ticks);
      }

      @Override
      public void end() {
        switches.policyRests = false;
        window.close();
      }
    };
  }

  /** Something that is on from the first tick to the last. */
  static SoakFault.Injector switched(Consumer<Boolean> to) {
    return new SoakFault.Injector() {
      @Override
      public void begin(long atTick, long ticks) {
        to.accept(true);
      }

      @Override
      public void end() {
        to.accept(false);
      }
    };
  }

  static SoakFault.Injector of(FaultWindow window) {
    return new SoakFault.Injector() {
      @Override
      public void begin(long atTick, long ticks) {
        window.open(atTick, ticks);
      }

      @Override
      public void end() {
        window.close();
      }
    };
  }
}
