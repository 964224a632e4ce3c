package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.loop.LoopParts;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.intake.StateIntake;
import dev.tandem.safety.monitor.MonitorPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arm's controller and safety chain, who may drive it, and the loop around them: put together
 * here alone, so that training, bench, rehearsal and run have the same loop. One control thread.
 */
public final class Cell implements GuardedLoop {
  private final ArmControl arm;
  private final Warden warden;
  private final Optional<StateIntake> intake;
  private final ControlLoop loop;

  private Cell(
      Robot robot,
      SignalSpec observation,
      SignalSpec action,
      Surroundings place,
      Steering steering) {
    arm = ArmControl.of(robot, observation, action, place.drives().spec(), this::isReduced);
    warden = steering.warden().apply(arm);
    intake = Supervision.intake(robot, observation);
    List<Sensor> sensors = new ArrayList<>(place.sensors());
    intake.ifPresent(sensors::add);
    LoopParts parts =
        new LoopParts(
            place.clock(),
            place.timing(),
            sensors,
            warden.authority(),
            arm.actionFilters(),
            steering.controller().apply(arm),
            arm.brake(),
            arm.gate(),
            place.drives(),
            place.sink());
    MutableObservation seen = new MutableObservation(observation, place.images());
    loop = new ControlLoop(parts, steering.deciders(), seen, action);
  }

  /**
   * For Tandem's arm in these surroundings.
   *
   * @param robot whose limits hold
   * @param observation all that the sensors write
   * @param steering who may drive, and who may want to
   */
  public static Cell of(
      Robot robot,
      SignalSpec observation,
      SignalSpec action,
      Surroundings place,
      Steering steering) {
    return new Cell(robot, observation, action, place, steering);
  }

  private boolean isReduced() {
    return warden.authority().isReduced();
  }

  @Override
  public SafetyGate gate() {
    return arm.gate();
  }

  @Override
  public void restart() {
    warden.authority().restart();
    arm.gate().release();
    intake.ifPresent(StateIntake::restart);
  }

  /**
   * Forgets where the arm was and what drove it there: it was put somewhere else, at rest, and the
   * torques of another posture say nothing of this one. Stops stay as they are.
   */
  public void wasPutElsewhere() {
    intake.ifPresent(StateIntake::restart);
    arm.gate().withhold();
  }

  public ArmControl arm() {
    return arm;
  }

  public Authority authority() {
    return warden.authority();
  }

  /** What is watched here, and what is not. */
  public MonitorPlan plan() {
    return warden.plan();
  }

  @Override
  public ControlLoop loop() {
    return loop;
  }
}
