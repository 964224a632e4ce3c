package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Served;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.Seen;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.simbridge.remote.Conversation;
import dev.tandem.simbridge.remote.Message;
import dev.tandem.simbridge.remote.ProtocolException;
import dev.tandem.simbridge.remote.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** examples/python against a server, over TCP. */
@Timeout(180)
final class PythonClientTest {
  @TempDir Path folder;

  private static Conversation inProcess(
      String task, String simulator, boolean wantsImages, List<Setting> others)
      throws ProtocolException {
    List<Setting> settings = new ArrayList<>(others);
    settings.add(new Setting("test", "task", task));
    settings.add(new Setting("test", "simulator", simulator));
    settings.add(new Setting("test", "spaces", "published"));
    return new Served(Configuration.load(RunSettings.defaults(), Optional.empty(), settings))
        .open(Role.TASK, wantsImages);
  }

  /** Of no arm, so that the file comes with it. */
  private Setting hopper() throws IOException {
    String text =
        """
        <mujoco>
          <option timestep="0.005"/>
          <worldbody>
            <geom type="plane" size="5 5 1"/>
            <body pos="0 0 0.5">
              <joint name="x" type="slide" axis="1 0 0"/>
              <joint name="z" type="slide" axis="0 0 1"/>
              <geom type="sphere" size="0.1"/>
              <body>
                <joint name="hip" type="hinge" axis="0 1 0"/>
                <geom type="capsule" fromto="0 0 0 0 0 -0.3" size="0.03"/>
              </body>
            </body>
          </worldbody>
          <actuator><motor joint="hip" gear="5" ctrllimited="true" ctrlrange="-1 1"/></actuator>
        </mujoco>
        """;
    Path file = Files.writeString(folder.resolve("hopper.xml"), text);
    return new Setting("test", "locomotion.model", file.toString());
  }

  @Test
  void runsWholeEpisodesOfABodyToTheBitOfTheSameInProcess() throws Exception {
    List<Setting> body = List.of(hopper(), new Setting("test", "locomotion.horizon_steps", "40"));
    runsToTheBitOfTheSameInProcess("locomotion", "mujoco", body);
  }

  @ParameterizedTest
  @CsvSource({
    "reach, plant",
    "peg-insert, plant",
    "reach, mujoco",
    "pick-cube, mujoco",
    "pick-cube-sparse, mujoco",
    "arrange-boxes, mujoco",
    "cable-route, mujoco"
  })
  void runsWholeEpisodesOfEveryTaskToTheBitOfTheSameInProcess(String task, String simulator)
      throws Exception {
    runsToTheBitOfTheSameInProcess(task, simulator, List.of());
  }

  private void runsToTheBitOfTheSameInProcess(String task, String simulator, List<Setting> others)
      throws Exception {
    List<String> lines;
    List<String> served = new ArrayList<>(List.of("--task", task, "--sim", simulator));
    others.forEach(its -> served.addAll(List.of("--set", its.key() + "=" + its.value())));
    try (ServeRun server = ServeRun.of(served.toArray(String[]::new))) {
      String[] arguments = {Python.EXAMPLES.toString(), "" + server.port(), "5", "6", "5"};
      lines = Python.run(folder, Python.TESTS.resolve("episode.py"), arguments);
    }
    try (Conversation same = inProcess(task, simulator, false, others)) {
      requireSame(same, lines);
    }
    assertTrue(episode(lines, 0).equals(episode(lines, 2)), "equal seeds give equal episodes");
    assertFalse(episode(lines, 0).equals(episode(lines, 1)), "other seeds give others");
  }

  /** From its reset on. */
  private static List<String> episode(List<String> lines, int number) {
    List<Integer> starts =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).startsWith("reset"))
            .boxed()
            .toList();
    int end = number + 1 < starts.size() ? starts.get(number + 1) : lines.size();
    return lines.subList(starts.get(number), end);
  }

  /** Takes the same actions in process, and expects the same lines. */
  private static void requireSame(Conversation same, List<String> lines) throws ProtocolException {
    Message.Spec spec = same.spec();
    assertEquals(
        String.format(
            Locale.ROOT,
            "task %s %s %s %d",
            spec.name(),
            spec.simulator(),
            spec.stepSeconds(),
            spec.horizonSteps()),
        lines.get(0));
    assertEquals("features " + names(spec), lines.get(1));
    long[] seeds = {5, 6, 5};
    int episode = 0;
    boolean over = true;
    for (String line : lines.subList(2, lines.size())) {
      if (line.startsWith("reset ")) {
        assertTrue(over, "an episode that was not ended");
        var reset = new Message.Reset(seeds[episode++], Map.of());
        double[] seen = ((Message.State) same.answer(reset)).observation();
        assertEquals("reset " + hex(seen), canonical(line));
        over = false;
      } else {
        String action = line.substring("step ".length(), line.indexOf(" |"));
        var step = new Message.Step(parse(action));
        var outcome = (Message.Outcome) same.answer(step);
        assertEquals("step " + hex(step.action()) + told(outcome), canonical(line));
        over = outcome.terminated() || outcome.truncated();
      }
    }
    assertTrue(over, "an episode that was not ended");
    assertEquals(seeds.length, episode);
  }

  private static String names(Message.Spec spec) {
    return spec.observation().channels().stream()
        .map(Channel::name)
        .collect(Collectors.joining(" "));
  }

  private static String told(Message.Outcome outcome) {
    return " | "
        + hex(outcome.observation())
        + " | "
        + hex(outcome.reward(), outcome.elapsedSeconds())
        + " | "
        + (outcome.terminated() ? 1 : 0)
        + " "
        + (outcome.truncated() ? 1 : 0)
        + " "
        + (outcome.success() ? 1 : 0)
        + " "
        + outcome.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static double[] parse(String numbers) {
    return Arrays.stream(numbers.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static String hex(double... values) {
    return Arrays.stream(values).mapToObj(Double::toHexString).collect(Collectors.joining(" "));
  }

  /** Python writes hexadecimal floats with zeros that Java leaves out. */
  private static String canonical(String line) {
    return Arrays.stream(line.split(" ", -1))
        .map(word -> word.contains("0x") ? Double.toHexString(Double.parseDouble(word)) : word)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "reach, 2, 64",
    "peg-insert, 2, 64",
    "pick-cube, 5, 128",
    "arrange-boxes, 2, 128",
    "cable-route, 2, 64",
  })
  void seesThePicturesOfTheSameInProcess(String task, int steps, int pixels) throws Exception {
    Seen.requireRendering();
    List<String> lines;
    try (ServeRun server = ServeRun.of("--task", task, "--sim", "mujoco")) {
      String[] arguments = {Python.EXAMPLES.toString(), "" + server.port(), "5", "" + steps};
      lines = Python.run(folder, Python.TESTS.resolve("pictures.py"), arguments);
    }
    String shape = pixels + " " + pixels + " 3 uint8 50.0 0.0";
    assertEquals("space front " + shape, lines.get(0));
    assertEquals("space wrist " + shape, lines.get(1));
    List<String> expected = new ArrayList<>();
    try (Conversation same = inProcess(task, "mujoco", true, List.of())) {
      expected.addAll(seen(same.spec(), same.answer(new Message.Reset(5, Map.of()))));
      double[] least = same.spec().action().channels().stream().mapToDouble(Channel::min).toArray();
      for (int i = 0; i < steps; i++) {
        expected.addAll(seen(same.spec(), same.answer(new Message.Step(least))));
      }
    }
    assertEquals(
        expected, lines.subList(2, lines.size()).stream().map(this::canonicalStates).toList());
  }

  private String canonicalStates(String line) {
    return line.startsWith("state") ? canonical(line) : line;
  }

  private static List<String> seen(Message.Spec spec, Message answer) throws Exception {
    Message.Seen seen = (Message.Seen) answer;
    double[] state =
        seen.of() instanceof Message.State first
            ? first.observation()
            : ((Message.Outcome) seen.of()).observation();
    List<String> lines = new ArrayList<>(List.of("state " + hex(state)));
    for (int i = 0; i < seen.pictures().size(); i++) {
      Message.Picture picture = seen.pictures().get(i);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(picture.pixels());
      int brightest =
          new String(picture.pixels(), StandardCharsets.ISO_8859_1).chars().max().orElse(0);
      String name = spec.images().get(i).shape().name();
      String told = HexFormat.of().formatHex(digest) + " " + brightest;
      lines.add("image " + name + " " + picture.shownSeconds() + " " + told);
    }
    return lines;
  }

  @Test
  void whoAsksForPicturesThatThereAreNotIsToldWhy() throws Exception {
    try (ServeRun server = ServeRun.of("--task", "reach", "--sim", "plant")) {
      String[] arguments = {Python.EXAMPLES.toString(), "" + server.port()};
      assertEquals(
          List.of("14 impossible: images: simulator: expected mujoco with cameras, found plant"),
          Python.run(folder, Python.TESTS.resolve("no_pictures.py"), arguments));
    }
  }

  @Test
  void theExampleLearnsToReach() throws Exception {
    List<String> lines;
    try (ServeRun server = ServeRun.of("--task", "reach")) {
      Path example = Python.EXAMPLES.resolve("train_reach.py");
      lines = Python.run(folder, example, "--port", "" + server.port(), "--seed", "1");
    }
    String[] words = lines.get(lines.size() - 1).split(" ", -1);
    assertEquals("success", words[0]);
    assertTrue(Integer.parseInt(words[1]) >= 18, lines::toString);
  }
}
