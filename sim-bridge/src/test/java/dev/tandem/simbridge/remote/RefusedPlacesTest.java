package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.Box;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an arm's world refuses leaves it as it was. */
final class RefusedPlacesTest {
  private final List<ArmScene> made = new ArrayList<>();
  private final WorldConversation world =
      new WorldConversation(
          new ArmKind(
              WorldConversationTest.ARM,
              scene -> {
                made.add(scene);
                return WorldConversationTest.plant(scene);
              }),
          "arm",
          "plant");

  @BeforeEach
  void make() throws ProtocolException {
    state(scene());
    state(place(part("tool", 0.5, 0.1, 0.3)));
  }

  private static Message.Part part(String name, double... values) {
    return new Message.Part(name, values);
  }

  private static Message place(Message.Part... parts) {
    return new Message.Place(List.of(parts));
  }

  /** With each part in the place of the one of its name. */
  private static Message scene(Message.Part... others) {
    List<Message.Part> parts =
        new ArrayList<>(SceneParts.of(WorldConversationTest.scene(new Box(0.1, 0.1, 0.1))));
    for (Message.Part other : others) {
      parts.replaceAll(each -> each.name().equals(other.name()) ? other : each);
    }
    return new Message.Scene("arm", parts);
  }

  private double[] state(Message request) throws ProtocolException {
    return ((Message.State) world.answer(request)).observation();
  }

  /** Before and after it there is the same to see: joints and tool, which have no noise. */
  private String refused(Message request) throws ProtocolException {
    double[] before = state(place());
    var refusal = assertThrows(ProtocolException.class, () -> world.answer(request));
    assertEquals(ErrorCode.IMPOSSIBLE, refusal.code(), refusal::getMessage);
    assertFalse(refusal.closes());
    assertArrayEquals(before, state(place()));
    return String.valueOf(refusal.getMessage());
  }

  @Test
  void aRefusedSceneLeavesTheOneThatThereWas() throws ProtocolException {
    refused(scene(part("max_step", 0)));
    refused(scene(part("sphere", 0, 0, 0, -1)));
  }

  @Test
  void aRefusedPlaceMovesNothing() throws ProtocolException {
    double[] boxed = {1, 0.6, 0, 0.1};
    Box box = (Box) made.get(0).obstacles().get(1);
    double at = box.center(0);
    refused(place(part("tool", 0.4, 0, 0.3), part("moon", 1)));
    refused(place(part("box", boxed), part("tool", 50, 0, 0)));
    assertEquals(at, box.center(0));
    refused(place(part("state", new double[14]), part("box", 7, 0, 0, 0)));
    refused(place(part("tool", 2, 0, 0)));
    state(place(part("box", boxed), part("tool", 0.4, 0, 0.3)));
    assertEquals(0.6, box.center(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 6, 8})
  void homeIsOneNumberForEachJoint(int numbers) throws ProtocolException {
    String text = refused(scene(part("home", new double[numbers])));
    assertEquals("home: expected 7 numbers, one a joint, found " + numbers, text);
    assertEquals(1, made.size(), "no simulator has to look at it");
  }

  @ParameterizedTest
  @CsvSource({"0.9", "1.5", "1e300"})
  void theIndexOfABoxIsWhole(double index) throws ProtocolException {
    refused(place(part("box", index, 0.5, 0, 0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, -1e-300})
  void aStepTakesTime(double seconds) throws ProtocolException {
    String text = refused(scene(part("max_step", seconds)));
    assertEquals("max_step: expected more than 0 s, found " + seconds, text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e9, -1e300, 1001})
  void nothingIsPlacedWhereNumbersLoseTheirMeaning(double far) throws ProtocolException {
    String text = refused(place(part("box", 1, 0, far, 0)));
    assertEquals("box: expected numbers of -1000 to 1000, found " + far, text);
    double[] state = new double[14];
    state[13] = far;
    refused(place(part("state", state)));
    refused(place(part("tool", far, 0, 0.3)));
    refused(scene(part("plane", far)));
    refused(scene(part("box", 0.1, 0.1, 0.1, far, 0, 0)));
    refused(scene(part("home", 0, 0, 0, far, 0, 0, 0)));
    refused(scene(part("sphere", 0, 0, far, 0.1)));
    state(place(part("box", 1, 1000, 0, 0)));
  }
}
