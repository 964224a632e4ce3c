package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.simbridge.world.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What one client may ask of a world: neither to compute for ever, nor for numbers that are none.
 */
@Timeout(60)
final class BoundedWorldsTest {
  private static final int JOINTS = 7;

  private final WorldConversation world =
      new WorldConversation(
          new ArmKind(WorldConversationTest.ARM, WorldConversationTest::plant), "arm", "plant");

  private static Message.Part part(String name, double... values) {
    return new Message.Part(name, values);
  }

  private static List<Message.Part> parts() {
    return new ArrayList<>(SceneParts.of(WorldConversationTest.scene(new Box(0.1, 0.1, 0.1))));
  }

  private static Message scene(double maxStepSeconds) {
    List<Message.Part> parts = parts();
    parts.replaceAll(
        each -> each.name().equals("max_step") ? part("max_step", maxStepSeconds) : each);
    return new Message.Scene("arm", parts);
  }

  private static Message.Advance advance(double dtSeconds, double... command) {
    return new Message.Advance(false, dtSeconds, Arrays.copyOf(command, JOINTS));
  }

  private double[] state(Message request) throws ProtocolException {
    return ((Message.State) world.answer(request)).observation();
  }

  private String refused(ErrorCode expected, Message request) {
    var refusal = assertThrows(ProtocolException.class, () -> world.answer(request));
    assertEquals(expected, refusal.code(), refusal::getMessage);
    assertFalse(refusal.closes());
    return String.valueOf(refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "contact", "max_step", "wrench"})
  void whatASceneHasOnceItMayNotSayTwice(String name) {
    List<Message.Part> parts = parts();
    parts.addAll(parts().stream().filter(each -> each.name().equals(name)).toList());
    assertEquals(
        "scene: expected one " + name + ", found a second; leave one out",
        refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", parts)));
  }

  @Test
  void aSceneHasNoMoreBodiesThanCanTouchEachOtherInTime() throws ProtocolException {
    List<Message.Part> parts = parts();
    for (int bodies = 4; bodies < 100; bodies++) {
      parts.add(part("plane", -1));
    }
    state(new Message.Scene("arm", parts));
    for (Message.Part more :
        List.of(part("plane", -1), part("sphere", 0, 0, 0, 0.01), part("box", 1, 1, 1, 0, 0, -3))) {
      parts.add(more);
      assertEquals(
          "scene: expected at most 100 spheres, boxes and planes, found 101",
          refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", parts)));
      parts.remove(parts.size() - 1);
    }
  }

  @Test
  void noFrameHasMorePartsThanCanBeLookedAtInTime() throws ProtocolException {
    state(new Message.Scene("arm", parts()));
    List<Message.Part> parts = new ArrayList<>();
    while (parts.size() < 1_000) {
      parts.add(part("box", 1, 0.5, 0, 0));
    }
    state(new Message.Place(parts));
    parts.add(part("box", 1, 0.5, 0, 0));
    String text = refused(ErrorCode.IMPOSSIBLE, new Message.Place(parts));
    assertEquals("PLACE: expected at most 1000 parts, found 1001", text);
    text = refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", parts));
    assertEquals("scene: expected at most 1000 parts, found 1001", text);
  }

  /** Steps shorter than 1e-5 s are taken as that. */
  @ParameterizedTest
  @CsvSource({"1e-300, 0.02, 0.0201", "1e-4, 0.2, 0.201", "5e-4, 1, 1.0001", "0.1, 1, 1.1"})
  void anAdvanceHasNoMoreStepsThanCanBeComputedInTime(
      double maxStepSeconds, double mostSeconds, double tooMuchSeconds) throws ProtocolException {
    double[] before = state(scene(maxStepSeconds));
    refused(ErrorCode.IMPOSSIBLE, advance(tooMuchSeconds));
    refused(ErrorCode.IMPOSSIBLE, new Message.Advance(true, tooMuchSeconds, new double[JOINTS]));
    assertArrayEquals(
        Arrays.copyOf(before, 14), Arrays.copyOf(state(new Message.Place(List.of())), 14));
    state(advance(mostSeconds));
  }

  @ParameterizedTest
  @CsvSource({"1e10, 50, 0.5", "1e4, 1e-10, 0.5", "1e4, 50, -1", "0, 50, 0.5", "-1, 50, 0.5"})
  void aContactHasFiguresThatEverySimulatorTakes(
      double stiffnessNPerM, double dampingNsPerM, double friction) throws ProtocolException {
    List<Message.Part> parts = parts();
    parts.removeIf(each -> each.name().equals("contact"));
    parts.add(part("contact", stiffnessNPerM, dampingNsPerM, friction, 0.01));
    String text = refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", parts));
    assertTrue(
        text.startsWith(
            "contact: expected numbers of 1e-9 to 1e9, damping and friction also 0, found "),
        text);
    parts.set(parts.size() - 1, part("contact", 1e4, 0, 0, 0.01));
    state(new Message.Scene("arm", parts));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e308, 1000.1, -1e-9})
  void aWristHasNoiseAndLowPassThatLeaveNumbers(double figure) throws ProtocolException {
    for (int at = 0; at < 3; at++) {
      double[] figures = {0.3, 0.02, 0.01};
      figures[at] = figure;
      List<Message.Part> parts = parts();
      parts.replaceAll(each -> each.name().equals("wrench") ? part("wrench", figures) : each);
      assertEquals(
          "wrench: expected numbers of 0 to 1000, found " + figure,
          refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", parts)));
    }
    List<Message.Part> most = parts();
    most.replaceAll(each -> each.name().equals("wrench") ? part("wrench", 1000, 1000, 0) : each);
    state(new Message.Scene("arm", most));
    state(advance(0.001));
  }

  @ParameterizedTest
  @CsvSource({
    "sphere, 3, 0, 'a radius above 0'",
    "sphere, 3, -1, 'a radius above 0'",
    "box, 0, -0.1, 'half extents above 0'",
    "box, 1, 0, 'half extents above 0'",
    "box, 2, -0.1, 'half extents above 0'",
  })
  void whatHasNoExtentIsRefusedByItsKey(String name, int at, double metres, String expected)
      throws ProtocolException {
    double[] values =
        name.equals("box") ? new double[] {1, 1, 1, 0, 0, -3} : new double[] {0, 0, 0, 1};
    values[at] = metres;
    List<Message.Part> parts = parts();
    parts.add(part(name, values));
    assertEquals(
        name + ": expected " + expected + ", found " + metres,
        refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", parts)));
  }

  @Test
  void aWordThatNobodyKnowsIsEchoedInShort() throws ProtocolException {
    String smile = "\ud83d\ude00";
    String word = smile.repeat(60);
    List<Message.Part> parts = List.of(part(word + "x"));
    String cut = "found " + word + "...";
    String text = refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", parts));
    assertEquals("expected a part of a scene, " + cut, text);
    text = refused(ErrorCode.IMPOSSIBLE, new Message.Scene(word + "x", parts));
    assertTrue(text.endsWith(cut), text);
    text = refused(ErrorCode.IMPOSSIBLE, new Message.Scene(word, parts));
    assertTrue(text.endsWith("found " + word), text);
    state(new Message.Scene("arm", parts()));
    text = refused(ErrorCode.UNKNOWN_OPTION, new Message.Reset(1, Map.of(word + "y", "")));
    assertTrue(text.endsWith(cut), text);
  }

  @Test
  void whoAdvancesTooFarIsToldWhatToDo() throws ProtocolException {
    state(scene(1e-4));
    assertEquals(
        "dt: expected at most 2000 integration steps of the scene's 1.0E-4 s, found 0.5 s;"
            + " advance by less, or give the scene a longer max_step",
        refused(ErrorCode.IMPOSSIBLE, advance(0.5)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, -1e300, 100_001})
  void noDriveHasSuchATorque(double torqueNm) throws ProtocolException {
    state(new Message.Scene("arm", parts()));
    assertEquals(
        "command tau.1: expected -100000 to 100000, found " + torqueNm,
        refused(ErrorCode.IMPOSSIBLE, advance(0.001, 0, torqueNm)));
    state(advance(0.001, 0, 100_000));
  }

  private void diverge() throws ProtocolException {
    state(new Message.Scene("arm", parts()));
    var refusal =
        assertThrows(
            ProtocolException.class,
            () -> {
              for (int i = 0; i < 100; i++) {
                state(advance(0.01, 0, 1e5));
              }
            });
    assertEquals(ErrorCode.DIVERGED, refusal.code(), refusal::getMessage);
    assertFalse(refusal.closes());
  }

  @Test
  void aWorldThatDivergedIsHealedByNoPlaceAndNothingElseIsSaidOfOne() throws ProtocolException {
    diverge();
    List<Message> requests =
        List.of(
            new Message.Place(List.of(part("state", new double[2 * JOINTS]))),
            new Message.Place(List.of(part("tool", 0.5, 0, 0.3))),
            new Message.Place(List.of(part("moon", 1))),
            new Message.Place(List.of()),
            new Message.Step(new double[JOINTS]),
            advance(Double.NaN));
    for (Message request : requests) {
      String text = refused(ErrorCode.DIVERGED, request);
      assertTrue(text.startsWith("the world diverged: "), text);
    }
    refused(ErrorCode.UNKNOWN_OPTION, new Message.Reset(1, Map.of("gravity", "less")));
    refused(ErrorCode.IMPOSSIBLE, new Message.Scene("moon", parts()));
    refused(ErrorCode.DIVERGED, new Message.Place(List.of()));
    state(new Message.Reset(1, Map.of()));
    state(new Message.Place(List.of(part("tool", 0.5, 0, 0.3))));
  }

  @Test
  void aWorldThatDivergedIsToldOfUntilItBeginsAnew() throws ProtocolException {
    diverge();
    String text = refused(ErrorCode.DIVERGED, advance(0.001));
    assertEquals(
        "the world diverged: expected finite numbers, found NaN of q.0, as torques or speeds were"
            + " too large for it; RESET or SCENE begins anew",
        text);
    double[] begun = state(new Message.Reset(1, Map.of()));
    state(new Message.Scene("arm", parts()));
    assertArrayEquals(state(new Message.Reset(1, Map.of())), begun);
  }
}
