package dev.tandem.app.faults;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.assembly.Cell;
import dev.tandem.app.assembly.LoopMonitors;
import dev.tandem.app.assembly.Steering;
import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.assembly.Surroundings;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.Warden;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.soak.CellInputs;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.os.RealTimeConfig;
import dev.tandem.runtime.os.RealTimeSelfCheck;
import dev.tandem.runtime.os.RealTimeWatch;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.AuthorityConfig;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.monitor.ContactMonitor;
import dev.tandem.safety.monitor.FlagMonitor;
import dev.tandem.safety.monitor.MonitorConfig;
import dev.tandem.safety.monitor.MonitorPlan;
import dev.tandem.simbridge.fault.FaultWindow;
import dev.tandem.simbridge.fault.FullSink;
import dev.tandem.simbridge.fault.PushedSimulator;
import dev.tandem.simbridge.fault.StallingClock;
import dev.tandem.simbridge.plant.SimulatedRobot;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The simulated arm with the real loop, chain, authority and every monitor, in a cell with every
 * safety input. One injection's wrappers are in it.
 */
final class FaultRig implements TickSink {
  static final long PERIOD_NANOS = 1_000_000;
  static final int TICKS_PER_DECISION = 20;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  static final Robot LIMITS = Robot.shipped();
  static final MonitorConfig FIGURES = figures();

  final SimulatedTask task = Tasks.create("reach", "plant");
  final SignalSpec spec = spec(task);
  final FaultWindow window = new FaultWindow();
  final SimulatedClock time = new SimulatedClock();
  final StallingClock clock = new StallingClock(time);
  final PushedSimulator simulator = new PushedSimulator(task.simulator());
  final CirclingPolicy policy = new CirclingPolicy(task.actionSpec(), clock);
  final List<String> said = new ArrayList<>();
  final Operator operator = new Operator(said::add);
  final TickRecord record;
  final double[] commandBefore;
  final ArmControl arm;
  final Cell cell;
  final MonitorPlan plan;
  final Authority authority;
  final ControlLoop loop;
  boolean ringFull;
  boolean journalFailed;
  boolean checksGrants = true;
  private final RealTimeSelfCheck grants =
      new RealTimeSelfCheck(RealTimeWatch.ofThisThread(RealTimeConfig.none())::lost, time);
  private long checkedNanos;
  private long tick;
  private long decidedTick;
  private long told;
  private final double[] pushNm;

  private FaultRig(Injection injection, Robot limits, AuthorityConfig config) {
    SimulatedRobot robot = new SimulatedRobot(simulator);
    this.record = new TickRecord(spec, task.actionSpec(), robot.spec());
    this.commandBefore = new double[robot.spec().size()];
    this.pushNm = new double[robot.spec().size()];
    grants.keep();
    TickRecord nowhere = new TickRecord(spec, task.actionSpec(), robot.spec());
    Surroundings place =
        new Surroundings(
            clock,
            Timing.every(PERIOD_NANOS),
            List.of(
                injection.robot(this, robot),
                injection.target(this, task.taskSensor()),
                injection.inputs(this, new CellInputs(spec))),
            injection.drives(this, robot),
            new FullSink(this, nowhere, () -> ringFull));
    Steering steering =
        new Steering(
            watched -> warden(injection, limits, config, watched),
            deciders(injection),
            watched -> injection.controller(this, watched));
    this.cell = Cell.of(limits, spec, task.actionSpec(), place, steering);
    this.arm = cell.arm();
    this.plan = cell.plan();
    this.authority = cell.authority();
    this.loop = cell.loop();
    task.reset(1);
  }

  private Deciders deciders(Injection injection) {
    return new Deciders(
        injection.person(this),
        injection.policy(this, policy.slot),
        Origin.POLICY,
        TICKS_PER_DECISION,
        FIGURES.timing().maxActionAgeNanos());
  }

  /** One that is armed, and whose policy drives. */
  static FaultRig driving(Injection injection, Robot limits, AuthorityConfig config) {
    FaultRig rig = new FaultRig(injection, limits, config);
    rig.policy.offer();
    rig.cell.restart();
    rig.loop.startEpisode(0);
    return rig;
  }

  static FaultRig driving(Injection injection) {
    Robot limits = injection.limits();
    return driving(injection, limits, limits.authority());
  }

  /** One that is off, and has never heard of its policy. */
  static FaultRig off(Injection injection) {
    FaultRig rig = new FaultRig(injection, LIMITS, LIMITS.authority());
    rig.policy.silent = true;
    rig.loop.startEpisode(0);
    return rig;
  }

  private static MonitorConfig figures() {
    MonitorConfig matrix = LIMITS.monitors();
    return new MonitorConfig(
        matrix.lines(),
        matrix.drives(),
        matrix.timing().withActionAge(3 * TICKS_PER_DECISION * PERIOD_NANOS),
        matrix.joints(),
        matrix.tool(),
        matrix.separation(),
        matrix.personNearM());
  }

  private Warden warden(
      Injection injection, Robot limits, AuthorityConfig config, ArmControl watched) {
    List<Monitor> others = others(injection, watched);
    others.add(Supervision.setPoint(limits, watched));
    MonitorPlan all = Supervision.plan(limits, spec, watched, FIGURES, others);
    return new Warden(all, new Authority(spec, config, all.monitors(), operator));
  }

  private List<Monitor> others(Injection injection, ArmControl watched) {
    LoopMonitors loops =
        new LoopMonitors(
            Optional.of(injection.heartbeat(this)),
            () -> !grants.holds(time.nanoTime()),
            () -> journalFailed);
    List<Monitor> others =
        new ArrayList<>(loops.monitors(Timing.every(PERIOD_NANOS), FIGURES.timing()));
    others.addAll(LoopMonitors.ofPolicy(policy.slot, FIGURES.timing()));
    others.add(FlagMonitor.configurationRefused(() -> false));
    if (injection.watchesContact()) {
      others.add(new ContactMonitor(spec, watched.measured().model(), LIMITS.contact()));
    }
    return others;
  }

  private static SignalSpec spec(SimulatedTask task) {
    List<Channel> channels = new ArrayList<>(task.observationSpec().channels());
    channels.addAll(CellInputs.channels());
    return new SignalSpec("cell", channels);
  }

  Mode tick() {
    System.arraycopy(record.appliedCommand, 0, commandBefore, 0, commandBefore.length);
    policy.before(tick);
    checkGrants();
    try {
      loop.tick();
    } finally {
      told |= authority.faults();
    }
    tick = Math.max(tick, record.tick) + 1;
    decidedTick = record.decided ? record.tick : decidedTick;
    return authority.mode();
  }

  /** Once a second, as a thread beside the loop does. */
  private void checkGrants() {
    if (checksGrants && time.nanoTime() - checkedNanos >= NANOS_PER_SECOND) {
      checkedNanos = time.nanoTime();
      grants.check();
    }
  }

  /** Bits of all faults that were seen in any tick so far. */
  long told() {
    return told;
  }

  Mode ticks(long count) {
    for (long i = 1; i < count; i++) {
      tick();
    }
    return tick();
  }

  /** Number of the next tick. */
  long next() {
    return tick;
  }

  /** Whether a decision is due in the next tick. */
  boolean decidesNext() {
    return tick - decidedTick == TICKS_PER_DECISION;
  }

  /** Pushes a joint from now on, in Nm; nobody but the simulator knows. */
  void push(int joint, double newtonMetres) {
    pushNm[joint] = newtonMetres;
    simulator.push(pushNm);
  }

  int at(String channel) {
    return spec.indexOf(channel);
  }

  Block channel(String name) {
    return new Block(at(name), 1);
  }

  InterventionSource nobody() {
    return InterventionSource.NOBODY;
  }

  @Override
  public TickRecord claim() {
    return record;
  }

  @Override
  public void publish() {}
}
