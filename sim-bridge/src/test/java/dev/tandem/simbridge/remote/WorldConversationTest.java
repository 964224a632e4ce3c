package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.model.Chain;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.Box;
import dev.tandem.simbridge.world.ContactParameters;
import dev.tandem.simbridge.world.Plane;
import dev.tandem.simbridge.world.Sphere;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An arm's world, stepped by frames. */
@Timeout(60)
final class WorldConversationTest {
  static final Chain ARM = Arm7.chain();
  private static final double[] HOME = {0, 0.2, 0, -1.9, 0, 2.1, 0};

  private final WorldConversation world =
      new WorldConversation(new ArmKind(ARM, WorldConversationTest::plant), "arm", "plant");

  static ArmWorld plant(ArmScene scene) {
    return new ChainPlant(ARM, scene);
  }

  static ArmScene scene(Box box) {
    return new ArmScene(
        HOME,
        List.of(new Sphere(0, 0, 0, 0.01), new Sphere(0.01, 0, -0.01, 0.002)),
        List.of(new Plane(0.05), box),
        ContactParameters.stiff(),
        0.0005,
        new ArmScene.WrenchSensor(0.3, 0.02, 0.01));
  }

  private static Message.Part part(String name, double... values) {
    return new Message.Part(name, values);
  }

  private double[] state(Message request) throws ProtocolException {
    return ((Message.State) world.answer(request)).observation();
  }

  private void makeScene() throws ProtocolException {
    state(new Message.Scene("arm", SceneParts.of(scene(new Box(0.1, 0.1, 0.1)))));
  }

  private String refused(ErrorCode expected, Message request) {
    var refusal = assertThrows(ProtocolException.class, () -> world.answer(request));
    assertEquals(expected, refusal.code(), refusal::getMessage);
    assertFalse(refusal.closes());
    return String.valueOf(refusal.getMessage());
  }

  private static Message.Advance advance(double dtSeconds, double... command) {
    return new Message.Advance(false, dtSeconds, command);
  }

  @Test
  void aStateIsPutAsItIs() throws ProtocolException {
    makeScene();
    double[] put = new double[14];
    Arrays.setAll(put, i -> 0.1 * i);
    double[] seen = state(new Message.Place(List.of(part("state", put))));
    assertArrayEquals(put, Arrays.copyOf(seen, 14));
  }

  @Test
  void anotherSceneReplacesTheFirst() throws ProtocolException {
    makeScene();
    makeScene();
    assertArrayEquals(HOME, Arrays.copyOf(state(new Message.Reset(1, Map.of())), HOME.length));
    world.close();
    refused(ErrorCode.OUT_OF_ORDER, new Message.Reset(1, Map.of()));
  }

  @Test
  void nothingCanBeDoneBeforeThereIsAScene() {
    refused(ErrorCode.OUT_OF_ORDER, new Message.Reset(1, Map.of()));
    refused(ErrorCode.OUT_OF_ORDER, new Message.Place(List.of(part("tool", 0.5, 0, 0.2))));
    refused(ErrorCode.OUT_OF_ORDER, advance(0.001, new double[7]));
  }

  @Test
  void aDecisionIsNotForASimulator() throws ProtocolException {
    makeScene();
    refused(ErrorCode.OUT_OF_ORDER, new Message.Step(new double[7]));
  }

  @Test
  void anotherWorldAndHalfASceneAreRefused() {
    List<Message.Part> whole = SceneParts.of(scene(new Box(1, 1, 1)));
    refused(ErrorCode.IMPOSSIBLE, new Message.Scene("cube", whole));
    for (String missing : List.of("contact", "max_step", "wrench")) {
      List<Message.Part> less =
          whole.stream().filter(part -> !part.name().equals(missing)).toList();
      refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", less));
    }
    List<Message.Part> twoJoints = new ArrayList<>(whole);
    twoJoints.set(0, part("home", 0, 0));
    refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", twoJoints));
  }

  @Test
  void aPartThatMeansNothingIsRefusedByName() throws ProtocolException {
    String scene = refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", List.of(part("sun"))));
    assertEquals("expected a part of a scene, found sun", scene);
    refused(ErrorCode.WRONG_SIZE, new Message.Scene("arm", List.of(part("sphere", 1, 2, 3))));
    refused(ErrorCode.NOT_FINITE, new Message.Scene("arm", List.of(part("plane", Double.NaN))));
    refused(ErrorCode.IMPOSSIBLE, new Message.Scene("arm", List.of(part("sphere", 0, 0, 0, -1))));
    makeScene();
    refused(ErrorCode.IMPOSSIBLE, new Message.Place(List.of(part("moon", 1))));
    refused(ErrorCode.WRONG_SIZE, new Message.Place(List.of(part("tool", 1))));
    refused(ErrorCode.WRONG_SIZE, new Message.Place(List.of(part("state", 1))));
    refused(ErrorCode.NOT_FINITE, new Message.Place(List.of(part("tool", 0.5, 0, Double.NaN))));
    refused(ErrorCode.IMPOSSIBLE, new Message.Place(List.of(part("tool", 50, 0, 0))));
  }

  @Test
  void onlyABoxCanBeMoved() throws ProtocolException {
    makeScene();
    state(new Message.Place(List.of(part("box", 1, 0, 0, 0))));
    for (double index : new double[] {-1, 0, 2}) {
      refused(ErrorCode.IMPOSSIBLE, new Message.Place(List.of(part("box", index, 0, 0, 0))));
    }
  }

  @Test
  void aCommandHasToFitAndATimeToBeShort() throws ProtocolException {
    makeScene();
    refused(ErrorCode.WRONG_SIZE, advance(0.001, new double[6]));
    double[] bad = new double[7];
    bad[3] = Double.POSITIVE_INFINITY;
    refused(ErrorCode.NOT_FINITE, advance(0.001, bad));
    for (double dt : new double[] {0, -1, 1.001, Double.NaN}) {
      refused(ErrorCode.IMPOSSIBLE, advance(dt, new double[7]));
    }
    state(advance(1, new double[7]));
  }

  @Test
  void aWorldThatIsReplacedIsClosed() throws ProtocolException {
    AtomicInteger closed = new AtomicInteger();
    ArmKind counted = new ArmKind(ARM, scene -> countingCloses(plant(scene), closed));
    try (WorldConversation conversation = new WorldConversation(counted, "arm", "plant")) {
      var scene = new Message.Scene("arm", SceneParts.of(scene(new Box(1, 1, 1))));
      conversation.answer(scene);
      assertEquals(0, closed.get());
      conversation.answer(scene);
      assertEquals(1, closed.get());
    }
    assertEquals(2, closed.get());
  }

  private static ArmWorld countingCloses(ArmWorld world, AtomicInteger closed) {
    return (ArmWorld)
        Proxy.newProxyInstance(
            ArmWorld.class.getClassLoader(),
            new Class<?>[] {ArmWorld.class},
            (proxy, method, arguments) -> {
              closed.addAndGet(method.getName().equals("close") ? 1 : 0);
              return method.invoke(world, arguments);
            });
  }
}
