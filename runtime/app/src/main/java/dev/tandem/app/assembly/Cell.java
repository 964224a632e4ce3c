package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.LoopParts;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.authority.Authority;

/**
 * The arm's controller and safety chain, who may drive it, and the loop around them: put together
 * here alone, so that training, bench, rehearsal and run have the same loop. One control thread.
 */
public record Cell(ArmControl arm, Authority authority, ControlLoop loop) {
  /**
   * For Tandem's arm in these surroundings.
   *
   * @param robot whose limits hold
   * @param observation all that the sensors write
   * @param authority says who may drive
   * @param deciders who may want to
   */
  public static Cell of(
      Robot robot,
      SignalSpec observation,
      SignalSpec action,
      Surroundings place,
      Authority authority,
      Deciders deciders) {
    ArmControl arm = ArmControl.of(robot, observation, action, place.drives().spec());
    LoopParts parts =
        new LoopParts(
            place.clock(),
            place.timing(),
            place.sensors(),
            authority,
            arm.actionFilters(),
            arm.controller(),
            arm.brake(),
            arm.gate(),
            place.drives(),
            place.sink());
    ControlLoop loop =
        new ControlLoop(parts, deciders, new MutableObservation(observation), action);
    return new Cell(arm, authority, loop);
  }

  /** Makes good every stop: the simulated robot was put back, and no person is at it. */
  public void restart() {
    authority.restart();
    arm.gate().release();
  }
}
