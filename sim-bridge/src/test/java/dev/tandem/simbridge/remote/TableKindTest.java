package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.simbridge.task.HandWrittenTable;
import dev.tandem.simbridge.world.TableScene;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TableKindTest {
  private static final int BOXES = 7 * 3 + 6 + 2;

  private final WorldConversation world =
      new WorldConversation(
          new TableKind(Arm7.withGripper(), TableScene.BOXES, HandWrittenTable::new),
          "arm",
          "test");

  @BeforeEach
  void make() throws ProtocolException {
    world.answer(new Message.Scene("boxes", List.of()));
  }

  private double[] boxes(String part, double... values) throws ProtocolException {
    double[] seen = ((Message.State) world.answer(place(part, values))).observation();
    return Arrays.copyOfRange(seen, BOXES, seen.length);
  }

  private static Message place(String part, double... values) {
    return new Message.Place(List.of(new Message.Part(part, values)));
  }

  @Test
  void everythingIsPlacedAtOnceAndEachThingByItsName() throws ProtocolException {
    double[] all = boxes("arm_and_boxes", 0, 0, 0, 0, 0, 0, 0, 0.3, 0.1, 0.4, -0.1);
    assertArrayEquals(new double[] {0.3, 0.1, 0.02, 0.4, -0.1, 0.02}, all);
    double[] lifted = boxes("blue", 0.5, 0.2, 0.3);
    assertArrayEquals(new double[] {0.3, 0.1, 0.02, 0.5, 0.2, 0.3}, lifted);
  }

  @Test
  void whatIsNotThereAndWhatIsTooShortIsRefused() {
    refused(ErrorCode.IMPOSSIBLE, place("cube", 0.5, 0.2, 0.3));
    refused(ErrorCode.WRONG_SIZE, place("red", 0.5, 0.2));
    refused(ErrorCode.WRONG_SIZE, place("arm_and_boxes", 0, 0, 0, 0, 0, 0, 0, 0.3, 0.1));
    refused(ErrorCode.IMPOSSIBLE, new Message.Scene("cube", List.of()));
    Message.Part plane = new Message.Part("plane", new double[] {0});
    refused(ErrorCode.IMPOSSIBLE, new Message.Scene("boxes", List.of(plane)));
  }

  @Test
  void aRefusedPlaceMovesNothing() throws ProtocolException {
    double[] before = boxes("blue", 0.5, 0.2, 0.3);
    Message.Part red = new Message.Part("red", new double[] {0.4, 0.1, 0.2});
    Message.Part cube = new Message.Part("cube", new double[] {0.4, 0.1, 0.2});
    refused(ErrorCode.IMPOSSIBLE, new Message.Place(List.of(red, cube)));
    refused(ErrorCode.IMPOSSIBLE, place("red", 1e9, 0, 0));
    assertArrayEquals(before, boxes("blue", 0.5, 0.2, 0.3));
  }

  private void refused(ErrorCode expected, Message request) {
    var refusal = assertThrows(ProtocolException.class, () -> world.answer(request));
    assertEquals(expected, refusal.code(), refusal::getMessage);
  }
}
