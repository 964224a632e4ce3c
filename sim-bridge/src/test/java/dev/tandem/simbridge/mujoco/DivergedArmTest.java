package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.simbridge.remote.ArmKind;
import dev.tandem.simbridge.remote.ErrorCode;
import dev.tandem.simbridge.remote.Message;
import dev.tandem.simbridge.remote.ProtocolException;
import dev.tandem.simbridge.remote.WorldConversation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * MuJoCo goes on with another position after it warns of one; who drives it over frames is told.
 */
final class DivergedArmTest {
  private static Message.Part part(String name, double... values) {
    return new Message.Part(name, values);
  }

  private static WorldConversation world() {
    Mujoco library = Natives.mujoco();
    return new WorldConversation(
        new ArmKind(Arm7.chain(), scene -> new MujocoArm(library, Arm7.chain(), scene)),
        "arm",
        "mujoco");
  }

  private static Message.Scene scene(double maxStepSeconds, double... contact) {
    return new Message.Scene(
        "arm",
        List.of(
            part("home", 0, 0.2, 0, -1.9, 0, 2.1, 0),
            part("contact", contact),
            part("max_step", maxStepSeconds),
            part("wrench", 0, 0, 0)));
  }

  /** MuJoCo's softness of contacts follows from them. */
  @Test
  void stepsThatNobodyCanTakeAreNoneOfAModelThatCannotBeRead() throws ProtocolException {
    try (WorldConversation world = world()) {
      world.answer(scene(Double.MAX_VALUE, 1e-9, 0, 1e9, 1e9));
    }
  }

  /** Of numbers that six digits behind the point would not show. */
  @Test
  void anAdvanceIsAMultipleOfTheStepOrIsRefusedWithBothAsTheyWereGiven() throws ProtocolException {
    try (WorldConversation world = world()) {
      world.answer(scene(0.002, 1e4, 50, 0.5, 0.01));
      Message tiny = new Message.Advance(false, 1e-300, new double[7]);
      var told = assertThrows(ProtocolException.class, () -> world.answer(tiny));
      assertEquals(ErrorCode.IMPOSSIBLE, told.code());
      assertEquals(
          "dtSeconds: expected a multiple of the scene's step of 0.002 s, found 1.0E-300 s",
          told.getMessage());
      world.answer(new Message.Advance(false, 0.006, new double[7]));
    }
  }

  @Test
  void anArmsWorldThatDivergedIsToldOfUntilItIsReset() throws ProtocolException {
    try (WorldConversation world = world()) {
      world.answer(scene(0.002, 1e4, 50, 0.5, 0.01));
      double[] fast = new double[14];
      Arrays.fill(fast, 7, 14, 1000);
      world.answer(new Message.Place(List.of(part("state", fast))));
      Message advance = new Message.Advance(false, 0.1, new double[7]);
      var told = assertThrows(ProtocolException.class, () -> world.answer(advance));
      assertEquals(ErrorCode.DIVERGED, told.code(), told::getMessage);
      assertThrows(ProtocolException.class, () -> world.answer(advance));
      var begun = (Message.State) world.answer(new Message.Reset(1, Map.of()));
      assertTrue(Arrays.stream(begun.observation()).allMatch(Double::isFinite));
      world.answer(advance);
    }
  }
}
