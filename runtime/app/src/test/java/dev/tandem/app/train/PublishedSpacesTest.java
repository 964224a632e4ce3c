package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tandem.app.assembly.Served;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.simbridge.remote.Conversation;
import dev.tandem.simbridge.remote.Message;
import dev.tandem.simbridge.remote.ProtocolException;
import dev.tandem.simbridge.remote.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published task over the step protocol, beside the same in our own numbers. */
final class PublishedSpacesTest {
  private static final String PUBLISHED = "spaces=published";
  private static final double[] ASKED = {0.5, -0.25, -1, 1};

  private static Conversation served(String task, boolean images, String... more)
      throws ProtocolException {
    return new Served(ServedExample.settings(task, "mujoco", more)).open(Role.TASK, images);
  }

  private static double[] reset(Conversation served) throws ProtocolException {
    return ((Message.State) served.answer(new Message.Reset(7, Map.of()))).observation();
  }

  private static Message.Outcome step(Conversation served, double... action)
      throws ProtocolException {
    return (Message.Outcome) served.answer(new Message.Step(action));
  }

  @Test
  void whatSerlAsksMovesTheArmAsTheSameInMetres() throws ProtocolException {
    Seen.requireMujoco();
    try (Conversation theirs = served("pick-cube", false, PUBLISHED);
        Conversation ours = served("pick-cube", false)) {
      requireSame(reset(ours), reset(theirs));
      for (int i = 0; i < 20; i++) {
        Message.Outcome expected =
            step(ours, 0.1 * ASKED[0], 0.1 * ASKED[1], 0.1 * ASKED[2], ASKED[3]);
        Message.Outcome found = step(theirs, ASKED);
        requireSame(expected.observation(), found.observation());
        assertEquals(expected.reward(), found.reward(), 1e-12);
        double[] applied = expected.applied().clone();
        for (int axis = 0; axis < 3; axis++) {
          applied[axis] /= 0.1;
        }
        assertArrayEquals(applied, found.applied(), 1e-9);
      }
    }
  }

  /** Undoes what scales ours. */
  private static void requireSame(double[] scaled, double[] metres) {
    double[] middle = {0.4, 0, 0.25};
    for (int axis = 0; axis < 3; axis++) {
      double tool = middle[axis] + 0.2 * scaled[axis];
      assertEquals(tool, metres[axis], 1e-6, "tool " + axis);
      assertEquals(0.5 * scaled[3 + axis], metres[3 + axis], 1e-6, "speed " + axis);
      assertEquals(tool + 0.1 * scaled[7 + axis], metres[7 + axis], 1e-6, "cube " + axis);
    }
    assertEquals(0.5 + 0.5 * scaled[6], metres[6], 1e-6, "gripper");
  }

  @ParameterizedTest
  @CsvSource({
    "pick-cube, -1, 1, panda/tcp_pos.0, block_pos.2, 10",
    "pick-cube-sparse, 0, 2, agent_pos.0, environment_state.2, 21",
    "arrange-boxes, 0, 2, agent_pos.0, environment_state.2, 21"
  })
  void theSpecSaysTheirNamesAndBounds(
      String task, double least, double most, String first, String last, int size)
      throws ProtocolException {
    Seen.requireMujoco();
    try (Conversation served = served(task, false, PUBLISHED)) {
      List<Channel> seen = served.spec().observation().channels();
      assertEquals(size, seen.size());
      assertEquals(Channel.of(first, task.equals("pick-cube") ? "m" : "rad"), seen.get(0));
      assertEquals(Channel.of(last, "m"), seen.get(size - 1));
      List<Channel> asked = served.spec().action().channels();
      assertEquals(new Channel("dy", "1", -1, 1), asked.get(1));
      assertEquals(new Channel("gripper", "1", least, most), asked.get(3));
    }
  }

  @Test
  void picturesAreOf128PixelsAndTakeThePlaceOfTheBlock() throws ProtocolException {
    Seen.requireRendering();
    try (Conversation served = served("pick-cube", true, PUBLISHED)) {
      for (Message.ImageOffer each : served.spec().images()) {
        assertEquals(128 * 128 * 3, each.shape().bytes());
      }
      assertEquals(7, served.spec().observation().size());
      Message.Seen seen =
          assertInstanceOf(Message.Seen.class, served.answer(new Message.Reset(7, Map.of())));
      assertEquals(7, ((Message.State) seen.of()).observation().length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "touch=[{pad: left_pad}]; 10",
        "touch=[{pad: left_pad, policy_gets: sums}]; 15",
        "cameras=[{name: front}] & touch=[{pad: left_pad}]; 7",
        "cameras=[{name: front}] & touch=[{pad: left_pad, policy_gets: sums}]; 15",
        "spaces=scaled; 10"
      })
  void whatNoCameraShowsIsToldBesideTheImages(String more, int numbers) throws ProtocolException {
    Seen.requireRendering();
    String[] settings = (PUBLISHED + " & " + more).split(" & ", -1);
    try (Conversation served = served("pick-cube", true, settings)) {
      assertEquals(numbers, served.spec().observation().size());
    }
  }

  @Test
  void aTaskThatNobodyPublishedIsInOurNumbers() throws ProtocolException {
    try (Conversation theirs =
            new Served(ServedExample.settings("reach", "plant", PUBLISHED)).open(Role.TASK, false);
        Conversation ours = ServedExample.open("reach", "plant")) {
      assertEquals(ours.spec().observation().channels(), theirs.spec().observation().channels());
      assertEquals(ours.spec().action(), theirs.spec().action());
    }
  }
}
