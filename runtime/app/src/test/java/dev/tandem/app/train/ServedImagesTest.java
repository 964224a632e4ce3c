package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Served;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.remote.Conversation;
import dev.tandem.simbridge.remote.ErrorCode;
import dev.tandem.simbridge.remote.Message;
import dev.tandem.simbridge.remote.ProtocolException;
import dev.tandem.simbridge.remote.Role;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a foreign learner that asks for images gets. */
final class ServedImagesTest {
  private static final long SEED = 4;
  private static final double[] DOWN = {0, 0, -0.1, 1};
  private static final String CAMERAS =
      "cameras=[{name: front, width: 16, height: 12}, {name: wrist, width: 8, height: 8,"
          + " rate_hz: 25, delay_seconds: 0.01}]";

  /** What a policy of ours decides with. */
  private record Moment(List<byte[]> pixels, List<Long> stampsNanos, float[] features) {}

  /** Goes down, and remembers what it saw. */
  private record Watcher(FeatureEncoder encoder, List<Moment> moments) implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      List<byte[]> pixels = new ArrayList<>();
      List<Long> stamps = new ArrayList<>();
      for (int slot = 0; slot < observation.imageCount(); slot++) {
        Image image = observation.image(slot);
        byte[] copy = new byte[image.spec().bytes()];
        image.copyTo(copy, 0);
        pixels.add(copy);
        stamps.add(image.stampNanos() - tick.startNanos());
      }
      float[] features = new float[encoder.size()];
      encoder.encode(observation, features);
      moments.add(new Moment(pixels, stamps, features));
      action.setAll(DOWN, 0);
    }

    @Override
    public long version() {
      return 0;
    }
  }

  private static List<Moment> ours(RunSettings settings) {
    SimulatedTask task = Tasks.create(settings);
    Watcher watcher = new Watcher(task.encoder(), new ArrayList<>());
    try (Rig rig =
        new Rig(
            Robot.shippedFor(task.name()),
            task,
            InterventionSource.NOBODY,
            watcher,
            new UnjournaledRecording(task))) {
      new EpisodeRunner(rig, () -> false, true).run(0, SEED, transition -> {});
    }
    return watcher.moments();
  }

  private static Message.Seen ask(Conversation served, Message request) throws ProtocolException {
    return assertInstanceOf(Message.Seen.class, served.answer(request));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed=1",
        "touch=[{policy_gets: sums}, {pad: right_pad, policy_gets: sums, delay_seconds: 0.01}]",
        "randomization.camera.delay_seconds=0.02;randomization.camera.dropped=0.5;"
            + "randomization.camera.jitter_seconds=0.03;randomization.sensing.joint_noise_rad=0.001;"
            + "randomization.sensing.scene_delay_seconds=0.01;"
            + "randomization.light.brightness=uniform(0.5, 1)"
      })
  void aForeignLearnerSeesThePicturesThatOursDecidesWith(String conditions)
      throws ProtocolException {
    Seen.requireRendering();
    String all = CAMERAS + ";" + conditions;
    RunSettings settings = ServedExample.settings("pick-cube", "mujoco", all.split(";", -1));
    List<Moment> ours = ours(settings);
    assertTrue(ours.size() >= 20, () -> ours.size() + " decisions");
    try (Conversation served = new Served(settings).open(Role.TASK, true)) {
      ask(served, new Message.Reset(SEED + 1, Map.of()));
      ask(served, new Message.Step(DOWN)); // left within an episode
      Message.Seen seen = ask(served, new Message.Reset(SEED, Map.of()));
      double[] state = ((Message.State) seen.of()).observation();
      for (int i = 0; i < 20; i++) {
        requireSame(ours.get(i), seen.pictures(), state, 0.02 * i);
        seen = ask(served, new Message.Step(DOWN));
        state = ((Message.Outcome) seen.of()).observation();
      }
    }
  }

  private static void requireSame(
      Moment expected, List<Message.Picture> found, double[] state, double nowSeconds) {
    assertEquals(expected.pixels().size(), found.size());
    for (int slot = 0; slot < found.size(); slot++) {
      Message.Picture picture = found.get(slot);
      assertArrayEquals(expected.pixels().get(slot), picture.pixels(), "at " + nowSeconds);
      double shownSeconds = nowSeconds + expected.stampsNanos().get(slot) * 1e-9;
      assertEquals(shownSeconds, picture.shownSeconds(), 1e-9);
    }
    assertArrayEquals(expected.features(), ServedTaskTest.floats(state), "at " + nowSeconds);
  }

  @ParameterizedTest
  @CsvSource({"pick-cube", "peg-insert", "reach", "arrange-boxes", "cable-route"})
  void everyTaskOffersTwoCamerasUnlessTheServerIsToldOtherwise(String task)
      throws ProtocolException {
    Seen.requireRendering();
    try (Conversation served = ServedExample.of(task, "mujoco").open(Role.TASK, true)) {
      List<Message.ImageOffer> images = served.spec().images();
      assertEquals(List.of("front", "wrist"), names(images));
      for (Message.ImageOffer image : images) {
        assertEquals(64 * 64 * 3, image.shape().bytes());
        assertEquals(50, image.rateHz());
        assertEquals(0, image.delaySeconds());
      }
      Message.Seen seen = ask(served, new Message.Reset(SEED, Map.of()));
      for (Message.Picture picture : seen.pictures()) {
        assertEquals(64 * 64 * 3, picture.pixels().length);
        assertEquals(0, picture.shownSeconds());
      }
      long shades = shades(seen.pictures().get(0).pixels());
      assertTrue(shades > 10, () -> shades + " of the front");
    }
  }

  private static List<String> names(List<Message.ImageOffer> images) {
    return images.stream().map(each -> each.shape().name()).toList();
  }

  private static long shades(byte[] pixels) {
    return new String(pixels, StandardCharsets.ISO_8859_1).chars().distinct().count();
  }

  @Test
  void whatPadsFeelIsAnImage() throws ProtocolException {
    Seen.requireMujoco();
    Served server =
        new Served(ServedExample.settings("pick-cube", "mujoco", "touch=[{pad: left_pad}]"));
    try (Conversation served = server.open(Role.TASK, true)) {
      assertEquals(List.of("left_pad_forces"), names(served.spec().images()));
      Message.Seen seen = ask(served, new Message.Reset(SEED, Map.of()));
      FloatBuffer forces =
          ByteBuffer.wrap(seen.pictures().get(0).pixels())
              .order(ByteOrder.LITTLE_ENDIAN)
              .asFloatBuffer();
      assertEquals(20 * 25 * 3, forces.remaining());
      while (forces.hasRemaining()) {
        assertEquals(0f, Math.abs(forces.get()), "nothing is touched");
      }
    }
  }

  @Test
  void whoAsksForNoneGetsNumbersAloneWhateverTheServerHas() throws ProtocolException {
    Seen.requireRendering();
    Served server = new Served(ServedExample.settings("pick-cube", "mujoco", CAMERAS));
    try (Conversation served = server.open(Role.TASK, false)) {
      assertEquals(List.of(), served.spec().images());
      assertInstanceOf(Message.State.class, served.answer(new Message.Reset(SEED, Map.of())));
      assertInstanceOf(Message.Outcome.class, served.answer(new Message.Step(DOWN)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "reach, plant, TASK, 'images: simulator: expected mujoco with cameras, found plant'",
    "locomotion, mujoco, TASK, 'images: expected cameras of the body'",
    "reach, plant, SIMULATOR, 'images: expected role 1 (task), found 2 (simulator)'"
  })
  void whereThereAreNoneWhoAsksIsToldWhy(String task, String simulator, Role role, String said) {
    Served server = ServedExample.of(task, simulator);
    ProtocolException refusal =
        assertThrows(ProtocolException.class, () -> server.open(role, true));
    assertEquals(ErrorCode.IMPOSSIBLE, refusal.code());
    assertTrue(String.valueOf(refusal.getMessage()).startsWith(said), refusal::getMessage);
  }
}
