package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.barrier.MeasuredArm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Which faults are watched on a robot with these channels, and which are not, and why. Assembly.
 *
 * @param monitors those that take the power first, so that of equal reactions they are the cause
 * @param notWatched detectors that are missing, or blind to something, with the channel or the
 *     source that they want
 */
public record MonitorPlan(List<Monitor> monitors, Map<Fault, String> notWatched) {
  public MonitorPlan {
    monitors = List.copyOf(monitors);
    notWatched = new EnumMap<>(notWatched);
  }

  /**
   * Every monitor whose channels are there.
   *
   * @param reduced whether speed is reduced; asked every tick, allocates nothing
   * @param others that look at something else than the observation, for example a heartbeat
   */
  public static MonitorPlan of(
      SignalSpec observation,
      MeasuredArm measured,
      MonitorConfig config,
      BooleanSupplier reduced,
      Collection<? extends Monitor> others) {
    PlanDraft draft = new PlanDraft(observation);
    draft.add(HealthMonitor.command());
    lines(draft, observation, config);
    draft.monitors.addAll(others);
    draft.add(new ObservationMonitor());
    draft.add(HealthMonitor.sensor());
    draft.add(HealthMonitor.actuator());
    drives(draft, observation, measured.model(), config);
    arm(draft, observation, measured, config);
    people(draft, observation, config, reduced);
    draft.add(HealthMonitor.action());
    draft.add(HealthMonitor.humanDevice());
    draft.add(CountMonitor.lostRecords());
    draft.add(new DegradedRecordMonitor());
    draft.missOthers();
    return new MonitorPlan(draft.monitors, draft.notWatched);
  }

  private static void lines(PlanDraft draft, SignalSpec spec, MonitorConfig config) {
    draft.on(
        Fault.E_STOP,
        () -> new EStopMonitor(spec, config.lines()),
        Channels.E_STOP_A,
        Channels.E_STOP_B);
    draft.blindWithout(Fault.E_STOP, "lines that nobody reads any more", Channels.E_STOP_STAMP);
    draft.on(Fault.ENABLING_DEVICE, () -> LineMonitor.enablingDevice(spec), Channels.ENABLE);
    draft.on(Fault.PROTECTIVE_STOP, () -> LineMonitor.protectiveStop(spec), Channels.PROTECTIVE);
    draft.on(Fault.DRIVE_FAULT, () -> LineMonitor.drives(spec), Channels.DRIVE_STATUS);
  }

  private static void drives(
      PlanDraft draft, SignalSpec spec, RobotModel model, MonitorConfig config) {
    MonitorConfig.Drives figures = config.drives();
    draft.add(new ReadingAgeMonitor(spec, config.timing().maxReadingAgeNanos()));
    draft.blindWithout(
        Fault.SENSOR_STALE, "drives whose frames keep coming, but late", Channels.DRIVE_STAMP);
    draft.add(new FrozenStateMonitor(spec, model.joints(), figures));
    draft.on(Fault.STATE_STAMP, () -> new StampMonitor(spec, figures), Channels.DRIVE_STAMP);
    draft.on(
        Fault.PACKETS_LOST,
        () -> PacketMonitor.many(spec, figures.lostPackets()),
        Channels.DRIVE_SEQUENCE);
    draft.on(Fault.PACKET_LOST, () -> PacketMonitor.one(spec), Channels.DRIVE_SEQUENCE);
    draft.on(Fault.FRAME_CORRUPT, () -> CountMonitor.corruptFrames(spec), Channels.DRIVE_CORRUPT);
  }

  private static void arm(PlanDraft draft, SignalSpec spec, MeasuredArm arm, MonitorConfig config) {
    RobotModel model = arm.model();
    draft.add(new JointPositionMonitor(spec, model, config.joints().toleranceRad()));
    draft.add(new JointSpeedMonitor(spec, model));
    draft.onBlocks(
        Fault.WRONG_MODEL,
        () -> new GravityMonitor(spec, model, config.joints()),
        Channels.TORQUES);
    draft.onBlocks(
        Fault.TRACKING_ERROR, () -> new TrackingMonitor(spec, config.joints()), Channels.COMMANDED);
    draft.onBlocks(
        Fault.OUT_OF_WORKSPACE, () -> new WorkspaceMonitor(spec, config.tool()), Channels.TOOL);
    draft.on(
        Fault.GRIPPER,
        () -> new GripperMonitor(spec, config.tool()),
        Channels.GRIPPER_WIDTH,
        Channels.GRIPPER_PART);
    draft.add(new SingularityMonitor(spec, arm, config.tool().singularity()));
  }

  private static void people(
      PlanDraft draft, SignalSpec spec, MonitorConfig config, BooleanSupplier reduced) {
    draft.on(
        Fault.PERSON_TOO_CLOSE,
        () -> new SeparationMonitor(spec, config.separation()),
        Channels.PERSON_DISTANCE,
        Channels.TOOL_VELOCITY + ".0");
    draft.onEither(
        Fault.PERSON_NEAR,
        () -> new PersonNearMonitor(spec, config.personNearM()),
        Channels.PERSON_PRESENT,
        Channels.PERSON_DISTANCE);
    draft.on(
        Fault.TRACKER_STALE,
        () -> new TrackerMonitor(spec, config.lines().maxTrackerAgeNanos()),
        Channels.TRACKER_STAMP);
    draft.on(
        Fault.TOOL_TOO_FAST,
        () ->
            new ToolSpeedMonitor(
                spec, config.tool(), config.separation().decelerationMPerS2(), reduced),
        Channels.TOOL_VELOCITY + ".0");
  }

  /** One line for each fault that has a detector, which is missing here. */
  public List<String> notWatchedLines() {
    List<String> lines = new ArrayList<>();
    notWatched.forEach(
        (fault, why) ->
            lines.add((fault.row() + " " + fault.name()).strip() + ": not watched, " + why));
    return lines;
  }
}
