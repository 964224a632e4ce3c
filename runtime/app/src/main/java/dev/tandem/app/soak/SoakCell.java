package dev.tandem.app.soak;

import dev.tandem.app.assembly.Cell;
import dev.tandem.app.assembly.LoopMonitors;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Steering;
import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.assembly.Surroundings;
import dev.tandem.app.assembly.Warden;
import dev.tandem.app.bench.TurningReach;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.robot.ShippedRobot;
import dev.tandem.runtime.decide.ActionSlot;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Clock;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.monitor.ContactMonitor;
import dev.tandem.safety.monitor.FlagMonitor;
import dev.tandem.safety.monitor.MonitorConfig;
import dev.tandem.safety.monitor.MonitorPlan;
import dev.tandem.simbridge.fault.FaultWindow;
import dev.tandem.simbridge.fault.FaultyHeartbeat;
import dev.tandem.simbridge.fault.PushedSimulator;
import dev.tandem.simbridge.fault.SilentSensor;
import dev.tandem.simbridge.fault.StallingClock;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.plant.SimulatedRobot;
import dev.tandem.simbridge.task.Reach;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The simulated arm with the loop, chain and authority of every run, in a cell with every safety
 * input, watched for everything that a monitor can watch; injectors stand between all of them. Off
 * until a person tests and arms it. One control thread.
 */
final class SoakCell {
  static final int TICKS_PER_DECISION = 100;
  private static final Timing TIMING = Timing.every(Rig.PERIOD_NANOS);
  private static final int ELBOW = 1;

  final SimulatedTask task;
  final FaultKinds faults;
  final PolicyProcess policy;
  final Operator operator;
  final CountedSink sink;
  final Cell cell;
  private final SimulatedRobot robot;
  private final SoakSwitches switches = new SoakSwitches();
  private final FaultyHeartbeat heartbeat = new FaultyHeartbeat();

  /**
   * Puts it together; nothing moves yet.
   *
   * @param task whose world it is in
   * @param machine its clock
   */
  SoakCell(Robot limits, SimulatedTask task, Clock machine, SoakRecording recording) {
    this.task = task;
    SignalSpec spec = spec(task);
    PushedSimulator world = new PushedSimulator(task.simulator());
    this.robot = new SimulatedRobot(world);
    StallingClock clock = new StallingClock(machine);
    ActionSlot slot = new ActionSlot(task.actionSpec(), clock);
    this.faults = new FaultKinds(spec, switches);
    this.policy =
        new PolicyProcess(slot, clock, new CirclingTool(spec, limits.model()), task, switches);
    this.operator = new Operator(words -> recording.note(machine.nanoTime(), words));
    this.sink = new CountedSink(recording.ring());
    List<Sensor> sensors =
        List.of(
            faults.arm(robot, clock),
            silent(task.taskSensor()),
            faults.inputs(new CellInputs(spec)),
            new TrueState(task.simulator(), spec));
    Surroundings place = new Surroundings(clock, TIMING, sensors, faults.drives(robot), sink);
    MonitorConfig figures = limits.monitors();
    Deciders deciders =
        new Deciders(
            faults.person(),
            faults.policy(slot),
            Origin.POLICY,
            TICKS_PER_DECISION,
            3L * TICKS_PER_DECISION * TIMING.periodNanos());
    Steering steering =
        new Steering(
            arm -> {
              List<Monitor> others = others(limits, slot, recording);
              others.add(new ContactMonitor(spec, arm.measured().model(), limits.contact()));
              MonitorPlan plan = Supervision.plan(limits, spec, arm, figures, others);
              return new Warden(
                  plan, new Authority(spec, limits.authority(), plan.monitors(), operator));
            },
            deciders);
    this.cell = Cell.of(limits, spec, task.actionSpec(), place, steering);
    push(world, "pushed", 30);
    push(world, "hit", 70);
    late(clock, "woken 2 ms late", 2_000_000);
    late(clock, "woken 6 ms late", 6_000_000);
    late(clock, "woken 25 ms late", 25_000_000);
    pulse("watchdog silent", Fault.WATCHDOG_SILENT, Heartbeat.Pulse.SILENT);
    pulse("watchdog holds the drives", Fault.RUNTIME_SILENT, Heartbeat.Pulse.STOPPED);
    fill(recording);
  }

  /** Puts the arm back to where an episode begins; stops stay as they are. */
  void putBack(long episode) {
    cell.loop().endEpisode();
    task.reset(episode);
    robot.wasPutElsewhere();
    cell.wasPutElsewhere();
    cell.plan().monitors().forEach(Monitor::restart);
    cell.loop().startEpisode(episode);
  }

  /** All that the loop senses: the task's channels, the cell's, and the truth. */
  static SignalSpec spec(SimulatedTask task) {
    List<Channel> channels = new ArrayList<>(task.observationSpec().channels());
    channels.addAll(CellInputs.channels());
    channels.addAll(TrueState.channels(task.simulator().observationSpec()));
    return new SignalSpec("soak", channels);
  }

  /** Free space, to move and turn the tool in. */
  static SimulatedTask task() {
    return new TurningReach(new Reach(scene -> new ChainPlant(ShippedRobot.ARM7.model(), scene)));
  }

  private List<Monitor> others(Robot limits, ActionSlot slot, SoakRecording recording) {
    MonitorConfig.Timing figures = limits.monitors().timing();
    LoopMonitors loop =
        new LoopMonitors(
            Optional.of(heartbeat), () -> switches.realTimeLost, recording::fallsBehind);
    List<Monitor> others = new ArrayList<>(loop.monitors(TIMING, figures));
    others.addAll(LoopMonitors.ofPolicy(slot, figures));
    others.add(FlagMonitor.configurationRefused(() -> switches.limitsRefused));
    return others;
  }

  private Sensor silent(Sensor target) {
    FaultWindow window = new FaultWindow();
    faults.add("target's sensor silent", Fault.SENSOR_STALE, 102, 150, FaultKinds.of(window));
    return new SilentSensor(target, window);
  }

  private void push(PushedSimulator world, String name, double newtonMetres) {
    double[] push = new double[world.commandSpec().size()];
    double[] none = push.clone();
    push[ELBOW] = newtonMetres;
    faults.add(name, Fault.CONTACT, 8, 60, FaultKinds.switched(on -> world.push(on ? push : none)));
  }

  private void late(StallingClock clock, String name, long nanos) {
    faults.add(
        name,
        Fault.LATE_WAKE_UP,
        30,
        1,
        FaultKinds.switched(on -> clock.stallNextWait(on ? nanos : 0)));
  }

  private void pulse(String name, Fault sign, Heartbeat.Pulse pulse) {
    faults.add(
        name,
        sign,
        1,
        200,
        FaultKinds.switched(on -> heartbeat.set(on ? pulse : Heartbeat.Pulse.ALIVE)));
  }

  /** Shortly, which the ring bridges, and for longer than it has room for. */
  private void fill(SoakRecording recording) {
    SoakFault.Injector disk = FaultKinds.switched(recording::fill);
    faults.add("disk full for 2 s", Fault.JOURNAL_FAILED, 1_500, 2_000, disk);
    faults.add("disk full for 7 s", Fault.RECORDS_LOST, 9_000, 7_000, disk);
    SoakFault.Injector away = FaultKinds.switched(recording::misplace);
    faults.add("journal moved away for 3 s", Fault.JOURNAL_FAILED, 1_200, 3_000, away);
  }
}
