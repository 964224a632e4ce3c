package dev.tandem.controllers.gripper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.util.List;
import org.junit.jupiter.api.Test;

class GripperPositionTest {
  private static final SignalSpec TOLD =
      new SignalSpec("gripper", List.of(new Channel("gripper.closed", "1", 0, 1)));
  private static final SignalSpec WISH =
      new SignalSpec("wish", List.of(new Channel("gripper", "1", -1, 1)));

  private final MutableTick tick = new MutableTick(2_000_000);
  private final MutableObservation observation = new MutableObservation(TOLD);
  private final MutableAction action = new MutableAction(WISH);
  private final MutableCommand command = new MutableCommand(TOLD);
  private final GripperPosition gripper = new GripperPosition(TOLD, WISH, TOLD);

  private double after(double wish) {
    action.set(0, wish);
    gripper.decided(tick, observation, action);
    gripper.update(tick, observation, action, command);
    return command.get(0);
  }

  @Test
  void wishesAddUpBetweenOpenAndClosed() {
    assertEquals(0.25, after(0.25));
    assertEquals(0.75, after(0.5));
    assertEquals(1, after(0.5));
    assertEquals(0.5, after(-0.5));
    assertEquals(0, after(-1));
  }

  @Test
  void staysAsItIsAfterAResetAndWhileNobodyDrives() {
    observation.set(0, 0.6);
    gripper.reset(observation);
    gripper.hold(tick, observation);
    gripper.update(tick, observation, action, command);
    assertEquals(0.6, command.get(0));
  }
}
