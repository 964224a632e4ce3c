package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An arm over frames beside the same arm in this process. */
@Timeout(60)
final class RemoteArmTest {
  private static WorldConversation world() {
    return new WorldConversation(
        new ArmKind(WorldConversationTest.ARM, WorldConversationTest::plant), "arm", "plant");
  }

  /** Presses the tool on a box that is moved before every reset and placing; all that is seen. */
  private static List<double[]> episodes(ArmWorld arm, Box box) {
    SplittableRandom random = new SplittableRandom(4);
    MutableCommand command = new MutableCommand(arm.commandSpec());
    List<double[]> all = new ArrayList<>();
    for (int episode = 0; episode < 2; episode++) {
      double[] tool = Arrays.copyOfRange(look(arm), 21, 24);
      box.moveTo(tool[0], tool[1], tool[2] - box.half(2));
      arm.reset(episode);
      arm.step(command, 0.002);
      all.add(look(arm));
      box.moveTo(0.5, 0.01 * episode, 0);
      arm.placeTool(0.5, 0.01 * episode, 0.108);
      for (int i = 0; i <= 40; i++) {
        for (int joint = 0; joint < command.size(); joint++) {
          command.set(joint, random.nextDouble(-20, 20));
        }
        if (i % 10 == 9) {
          arm.brake(0.001);
        } else {
          arm.step(command, 0.002);
        }
        all.add(look(arm));
      }
    }
    arm.close();
    return all;
  }

  private static double[] look(ArmWorld arm) {
    MutableObservation seen = new MutableObservation(arm.observationSpec());
    arm.observe(seen);
    double[] values = new double[seen.size()];
    seen.copyTo(values, 0);
    return values;
  }

  private static RemoteArm connect(RunningServer server) throws IOException {
    RemoteAddress address = new RemoteAddress("127.0.0.1", server.address().getPort());
    ArmScene scene = WorldConversationTest.scene(new Box(0.1, 0.1, 0.1));
    return new RemoteArm(address, WorldConversationTest.ARM, scene);
  }

  @Test
  void whoeverRefusesTheGreetingIsToldByAddress() throws IOException {
    Conversation.Maker none =
        (role, wantsImages) -> {
          throw new ProtocolException(ErrorCode.IMPOSSIBLE, "not today");
        };
    try (RunningServer server = RunningServer.of(none)) {
      var error = assertThrows(RemoteException.class, () -> connect(server));
      assertEquals(
          "simulator 127.0.0.1:"
              + server.address().getPort()
              + ": expected an answer, found IMPOSSIBLE: not today",
          error.getMessage());
    }
  }

  /** Else the only place of this server would be taken for ever. */
  @Test
  @Timeout(10)
  void aClientWhoseSceneIsRefusedLeaves() throws IOException {
    AtomicInteger scenes = new AtomicInteger();
    ArmWorld.Maker second =
        scene -> {
          if (scenes.incrementAndGet() == 1) {
            throw new IllegalArgumentException("not this one");
          }
          return WorldConversationTest.plant(scene);
        };
    Conversation.Maker maker =
        (role, wantsImages) ->
            new WorldConversation(new ArmKind(WorldConversationTest.ARM, second), "arm", "plant");
    try (RunningServer server = RunningServer.of(maker)) {
      assertThrows(IllegalArgumentException.class, () -> connect(server));
      while (scenes.get() < 2 && !Thread.currentThread().isInterrupted()) {
        try {
          connect(server).close();
        } catch (RemoteException e) {
          assertTrue(String.valueOf(e.getMessage()).contains("BUSY"), e.getMessage());
        }
      }
    }
  }

  /** As one in this process: the safety gate stops for it, and the next episode is another. */
  @Test
  void aRemoteArmThatDivergedIsObservedAsNoNumbersUntilItIsReset() throws IOException {
    try (RunningServer server = RunningServer.of((role, wantsImages) -> world());
        RemoteArm arm = connect(server)) {
      MutableCommand command = new MutableCommand(arm.commandSpec());
      command.set(1, 1e5);
      for (int i = 0; i < 100; i++) {
        arm.step(command, 0.01);
      }
      assertTrue(Arrays.stream(look(arm)).allMatch(Double::isNaN), Arrays.toString(look(arm)));
      arm.reset(1);
      assertTrue(Arrays.stream(look(arm)).allMatch(Double::isFinite));
    }
  }

  private static double[] pressedAfterDivergence(ArmWorld arm, Box box) {
    MutableCommand command = new MutableCommand(arm.commandSpec());
    double[] tool = Arrays.copyOfRange(look(arm), 21, 24);
    command.set(1, 1e5);
    for (int i = 0; i < 100; i++) {
      arm.step(command, 0.01);
    }
    box.moveTo(tool[0], tool[1], tool[2] - box.half(2));
    arm.reset(1);
    command.set(1, 0);
    arm.step(command, 0.002);
    double[] seen = look(arm);
    arm.close();
    return seen;
  }

  @Test
  void theBoxesOfAnArmThatDivergedAreWhereTheyWerePutBeforeTheReset() throws IOException {
    Box here = new Box(0.1, 0.1, 0.1);
    Box there = new Box(0.1, 0.1, 0.1);
    double[] expected =
        pressedAfterDivergence(
            WorldConversationTest.plant(WorldConversationTest.scene(here)), here);
    double[] found;
    try (RunningServer server = RunningServer.of((role, wantsImages) -> world())) {
      RemoteAddress address = new RemoteAddress("127.0.0.1", server.address().getPort());
      ArmScene scene = WorldConversationTest.scene(there);
      found =
          pressedAfterDivergence(new RemoteArm(address, WorldConversationTest.ARM, scene), there);
    }
    assertTrue(Math.abs(expected[world().spec().observation().indexOf("wrench.fz")]) > 5);
    assertArrayEquals(expected, found);
  }

  @Test
  void aRemoteArmIsTheSameArmToTheBit() throws IOException {
    Box here = new Box(0.1, 0.1, 0.1);
    Box there = new Box(0.1, 0.1, 0.1);
    List<double[]> expected =
        episodes(WorldConversationTest.plant(WorldConversationTest.scene(here)), here);
    List<double[]> found;
    try (RunningServer server = RunningServer.of((role, wantsImages) -> world())) {
      RemoteAddress address = new RemoteAddress("127.0.0.1", server.address().getPort());
      ArmScene scene = WorldConversationTest.scene(there);
      found = episodes(new RemoteArm(address, WorldConversationTest.ARM, scene), there);
    }
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), found.get(i), "observation " + i);
    }
    int pressed = world().spec().observation().indexOf("wrench.fz");
    assertTrue(Math.abs(expected.get(0)[pressed]) > 5, "the box was not under the tool at home");
    assertTrue(
        expected.stream().skip(1).limit(41).anyMatch(seen -> Math.abs(seen[pressed]) > 5),
        "the tool never touched the box");
  }
}
