package dev.tandem.controllers.gripper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.controllers.AllocatedBytes;
import dev.tandem.controllers.ControllerGroup;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.util.List;
import org.junit.jupiter.api.Test;

class GripperControllerTest {
  private static final SignalSpec OBSERVATION =
      new SignalSpec(
          "hand", List.of(Channel.of("gripper.width", "m"), Channel.of("gripper.speed", "m/s")));
  private static final SignalSpec ACTION =
      new SignalSpec("act", List.of(new Channel("gripper", "1", -1, 1)));
  private static final SignalSpec COMMAND =
      new SignalSpec("drive", List.of(new Channel("gripper.force", "N", -40, 40)));

  private final GripperController controller =
      new GripperController(OBSERVATION, ACTION, COMMAND, GripperConfig.parallel());
  private final MutableTick tick = new MutableTick(1_000_000);
  private final MutableObservation observation = new MutableObservation(OBSERVATION);
  private final MutableAction action = new MutableAction(ACTION);
  private final MutableCommand command = new MutableCommand(COMMAND);

  GripperControllerTest() {
    observation.set(0, 0.03);
    controller.reset(observation);
  }

  @Test
  void staysWhereItIsAfterAReset() {
    assertEquals(0, forceAfter(0));
  }

  @Test
  void opensAtTheThreshold() {
    assertEquals(20, forceAfter(0.5), "1000 N/m times 50 mm, bounded");
  }

  @Test
  void closesAtTheNegativeThreshold() {
    assertEquals(-20, forceAfter(-0.5), "1000 N/m times -30 mm, bounded");
  }

  @Test
  void keepsItsDecisionBetweenTheThresholds() {
    forceAfter(0.6);
    assertEquals(20, forceAfter(-0.49));
    forceAfter(-0.6);
    assertEquals(-20, forceAfter(0.49));
  }

  @Test
  void ignoresAWishThatIsNotANumber() {
    forceAfter(-1);
    assertEquals(-20, forceAfter(Double.NaN));
  }

  @Test
  void easesOffNearItsTarget() {
    observation.set(0, 0.075);
    observation.set(1, 0.1);
    assertEquals(1_000 * 0.005 - 20 * 0.1, forceAfter(1), 1e-9);
  }

  @Test
  void worksAsAMemberOfAGroup() {
    ControllerGroup group = new ControllerGroup(List.of(controller));
    group.reset(observation);
    action.set(0, 1);
    group.decided(tick, observation, action);
    group.update(tick, observation, action, command);
    assertEquals(20, command.get(0));
    assertThrows(IllegalArgumentException.class, () -> new ControllerGroup(List.of()));
  }

  @Test
  void refusesAnImpossibleGripper() {
    assertThrows(IllegalArgumentException.class, () -> new GripperConfig(0.1, 0.1, 1, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new GripperConfig(0.1, -0.1, 1, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new GripperConfig(0.1, 0, 1, -1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new GripperConfig(0.1, 0, 1, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new GripperConfig(0.1, 0, 1, 1, 1, 0));
  }

  @Test
  void allocatesNothing() {
    assertEquals(0, AllocatedBytes.perCall(() -> forceAfter(1)));
  }

  private double forceAfter(double wish) {
    action.set(0, wish);
    controller.decided(tick, observation, action);
    controller.update(tick, observation, action, command);
    return command.get(0);
  }
}
