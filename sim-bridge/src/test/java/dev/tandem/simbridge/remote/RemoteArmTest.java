package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.Box;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An arm over frames beside the same arm in this process. */
@Timeout(60)
final class RemoteArmTest {
  private static WorldConversation world() {
    return new WorldConversation(
        new ArmKind(WorldConversationTest.ARM, WorldConversationTest::plant), "arm", "plant");
  }

  /** Presses the tool on a box that is moved between episodes; all that is observed. */
  private static double[] episodes(ArmWorld arm, Box box) {
    SplittableRandom random = new SplittableRandom(4);
    MutableCommand command = new MutableCommand(arm.commandSpec());
    MutableObservation seen = new MutableObservation(arm.observationSpec());
    double[] all = new double[2 * 41 * seen.size()];
    for (int episode = 0; episode < 2; episode++) {
      box.moveTo(0.5, 0.01 * episode, 0);
      arm.reset(episode);
      arm.placeTool(0.5, 0.01 * episode, 0.108);
      for (int i = 0; i <= 40; i++) {
        arm.observe(seen);
        seen.copyTo(all, (41 * episode + i) * seen.size());
        for (int joint = 0; joint < command.size(); joint++) {
          command.set(joint, random.nextDouble(-20, 20));
        }
        if (i % 10 == 9) {
          arm.brake(0.001);
        } else {
          arm.step(command, 0.002);
        }
      }
    }
    arm.close();
    return all;
  }

  @Test
  void aRemoteArmIsTheSameArmToTheBit() throws IOException {
    Box here = new Box(0.1, 0.1, 0.1);
    Box there = new Box(0.1, 0.1, 0.1);
    double[] expected =
        episodes(WorldConversationTest.plant(WorldConversationTest.scene(here)), here);
    try (RunningServer server = RunningServer.of(role -> world())) {
      RemoteAddress address = new RemoteAddress("127.0.0.1", server.address().getPort());
      assertArrayEquals(
          expected,
          episodes(
              new RemoteArm(address, WorldConversationTest.ARM, WorldConversationTest.scene(there)),
              there));
    }
    SignalSpec observed = world().spec().observation();
    int size = observed.size();
    int pressed = observed.indexOf("wrench.fz");
    assertTrue(
        IntStream.range(0, 82).anyMatch(i -> Math.abs(expected[i * size + pressed]) > 5),
        "the tool never touched the box");
  }
}
