package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.PolicySlot;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/** A control loop of fakes on a simulated clock; its gate cuts forces at 5 N, refuses above 50. */
final class LoopRig {
  static final SignalSpec ACTION = new SignalSpec("push", List.of(new Channel("push", "m", -1, 1)));
  static final long PERIOD_NANOS = 1_000_000;
  static final int TICKS_PER_DECISION = 3;
  static final int REFUSED = 1;
  static final int CUT = 2;
  private static final double CUT_N = 5;
  private static final double REFUSED_N = 50;

  final SimulatedClock clock = new SimulatedClock();
  final FakeRobot robot = new FakeRobot();
  final FakeRobot secondSensor = new FakeRobot();
  final FakeCamera camera = new FakeCamera();
  final FakePolicy policy = new FakePolicy(0.3, 7);
  final PolicySlot slot = new PolicySlot(policy);
  final FakeController controller = new FakeController();
  final FakeController brake = new FakeController();
  final StrictSupervisor supervisor = new StrictSupervisor();
  final LastRecord sink = new LastRecord();
  final SafetyGate gate = new SafetyGate(FakeRobot.COMMAND, List.of(safetyFilter()));
  final ControlLoop loop;
  boolean personDrives;
  boolean personInterrupts;
  boolean personLost;
  double personPush = -0.2;

  LoopRig(ActionFilter... filters) {
    this(100 * PERIOD_NANOS, filters);
  }

  LoopRig(long maxActionAgeNanos, ActionFilter... filters) {
    LoopParts parts =
        new LoopParts(
            clock,
            new Timing(PERIOD_NANOS, 0, PERIOD_NANOS / 2),
            List.of(secondSensor, robot, camera),
            supervisor,
            List.of(filters),
            controller,
            brake,
            gate,
            robot,
            sink);
    Deciders deciders =
        new Deciders(person(), slot, Origin.POLICY, TICKS_PER_DECISION, maxActionAgeNanos);
    MutableObservation observation =
        new MutableObservation(FakeRobot.OBSERVATION, List.of(FakeCamera.IMAGE));
    loop = new ControlLoop(parts, deciders, observation, ACTION);
    loop.startEpisode(0);
  }

  private InterventionSource person() {
    return new InterventionSource() {
      @Override
      public boolean poll(Tick tick, Observation observation, MutableAction action) {
        if (personDrives) {
          action.set(0, personPush);
        }
        return personDrives;
      }

      @Override
      public boolean interrupts(Tick tick, Observation observation) {
        return personInterrupts;
      }

      @Override
      public boolean isLost(Tick tick) {
        return personLost;
      }
    };
  }

  private static SafetyFilter safetyFilter() {
    return new SafetyFilter() {
      @Override
      public Verdict apply(Tick tick, Observation seen, Command last, MutableCommand command) {
        double force = command.get(0);
        if (Math.abs(force) > REFUSED_N) {
          command.limitedBy(REFUSED);
          return Verdict.STOP;
        }
        command.set(0, Math.min(force, CUT_N));
        if (force > CUT_N) {
          command.limitedBy(CUT);
        }
        return force > CUT_N ? Verdict.MODIFIED : Verdict.PASSED;
      }

      @Override
      public String name() {
        return "Force";
      }

      @Override
      public List<String> limitNames() {
        return List.of("of nothing", "above 50 N", "above 5 N");
      }
    };
  }

  void ticks(int count) {
    for (int i = 0; i < count; i++) {
      loop.tick();
    }
  }

  String why() {
    return loop.stopReport().describe(FakeRobot.OBSERVATION, ACTION);
  }
}
