package dev.tandem.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.settings.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationTest {
  @TempDir Path folder;

  /** Everything a settings record may be made of. */
  public record Sample(
      String name, long big, double rate, boolean on, Gait gait, List<Integer> sizes) {
    static final Sample DEFAULTS = new Sample("a", 1, 0.5, true, Gait.SLOW_WALK, List.of(1, 2));
  }

  /** A choice. */
  public enum Gait {
    SLOW_WALK,
    RUN
  }

  @Test
  void givesTheDefaultsWhenNothingIsSaid() throws IOException {
    assertEquals(RunSettings.defaults(), load(""));
  }

  @Test
  void takesWhatTheFileSaysAndKeepsTheRest() throws IOException {
    RunSettings settings = load("seed: 7\nlearner:\n  batch_size: 64\n  hidden: [32, 16]\n");
    assertEquals(7, settings.seed());
    assertEquals(64, settings.learner().batchSize());
    assertEquals(List.of(32, 16), settings.learner().hidden());
    assertEquals(RunSettings.defaults().person(), settings.person());
  }

  @Test
  void letsALaterOptionWinOverAnEarlierOneAndOverTheFile() throws IOException {
    RunSettings settings = load("seed: 7\n", "seed=8", "seed=9", "learner.hidden=[8]");
    assertEquals(9, settings.seed());
    assertEquals(List.of(8), settings.learner().hidden());
  }

  @Test
  void anOptionHidesNoWrongTypeInTheFile() {
    var error = assertThrows(ConfigurationException.class, () -> load("steps: many\n", "steps=5"));
    assertTrue(
        String.valueOf(error.getMessage())
            .endsWith(":1:8: steps: expected a whole number, found \"many\""),
        error::getMessage);
  }

  @Test
  void anOptionHidesNoSectionThatIsNone() {
    var error =
        assertThrows(ConfigurationException.class, () -> load("learner: 3\n", "learner.threads=1"));
    assertTrue(
        String.valueOf(error.getMessage())
            .endsWith(":1:10: learner: expected a section with keys, found 3"),
        error::getMessage);
  }

  @Test
  void anOptionMendsARangeThatTheFileBreaks() throws IOException {
    assertEquals(5, load("steps: -1\n", "steps=5").steps());
  }

  @Test
  void readsEveryKindOfValue() throws IOException {
    String yaml = "name: 42\nbig: 9000000000\nrate: 1e-3\non: False\ngait: run\nsizes:\n- 3\n";
    assertEquals(
        new Sample("42", 9_000_000_000L, 1e-3, false, Gait.RUN, List.of(3)),
        Configuration.load(Sample.DEFAULTS, Optional.of(file(yaml)), List.of()));
  }

  @Test
  void takesAWholeNumberForARealOneAndReadsInfinity() throws IOException {
    assertEquals(2.0, sample("rate: 2\n").rate());
    assertEquals(Double.POSITIVE_INFINITY, sample("rate: .inf\n").rate());
    assertEquals(Double.NEGATIVE_INFINITY, sample("rate: -.INF\n").rate());
  }

  @Test
  void takesAnEmptyOptionForEmptyText() throws IOException {
    assertEquals("", load("run: {name: x}\n", "run.name=").run().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "learner:\\n  batch: two | FILE:2:3: unknown key batch in learner; did you mean learner.batch_size?",
        "learner:\\n  batch_size: two | FILE:2:15: learner.batch_size: expected a whole number, found \"two\"",
        "seed: 1.5 | FILE:1:7: seed: expected a whole number, found 1.5",
        "seed: \"1\" | FILE:1:7: seed: expected a whole number, found \"1\"",
        "steps: 3000000000 | FILE:1:8: steps: expected a whole number that fits, found 3000000000",
        "steps: -1 | FILE:1:8: steps: expected at least 0, found -1",
        "learner:\\n  hidden: 3 | FILE:2:11: learner.hidden: expected a list, for example [64, 64], found 3",
        "learner:\\n  hidden: [1, x] | FILE:2:15: learner.hidden[1]: expected a whole number, found \"x\"",
        "learner: 5 | FILE:1:10: learner: expected a section with keys, found 5",
        "task: {a: 1} | FILE:1:7: task: expected text, found a section with keys a",
        "task: | FILE:1:6: task: expected text (\"\" for none), found nothing",
        "deterministic: yes | FILE:1:16: deterministic: expected true or false, found \"yes\"",
        "stop_at: .nan | FILE:1:10: stop_at: expected more than 0.0, found NaN",
        "seed: 1\\nseed: 2 | FILE:2:1: seed stands twice, first at FILE:1:1",
        "threads: 1 | FILE:1:1: unknown key threads; did you mean simulation.threads or learner.threads?",
        "sed: 1 | FILE:1:1: unknown key sed; did you mean seed?",
        "[1] | FILE:1:1: expected key: value, found a list",
        "[a]: 1 | FILE:1:1: expected a key, found a list or section",
        "task: 'x | FILE:1:9: not valid YAML: found unexpected end of stream",
      })
  void saysWhereAndWhatIsWrongInAFile(String yaml, String message) throws IOException {
    Path file = file(yaml.replace("\\n", "\n"));
    assertEquals(message.replace("FILE", file.toString()), complaint(() -> load(file)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "learner.batch_size=1 | learner.batch_size: expected 2 to 65536, found 1",
        "learner.replay_capacity=0 | learner.replay_capacity: expected 1 to 1000000, found 0",
        "learner.averaged_actors=0 | learner.averaged_actors: expected 1 to 1000000, found 0",
        "learner.hidden=[] | learner.hidden: expected a list of 1 to 8, found []",
        "learner.hidden=[8, 99999] | learner.hidden: expected 1 to 8192, found 99999",
        "learner.activation=elu | learner.activation: expected one of relu, leaky_relu, tanh, silu, found elu",
        "learner.critics.target_subsample=3 | learner.critics.target_subsample: expected 1 to learner.critics.count, which is 2, found 3",
        "learner.critics.histogram.value_min=.nan | learner.critics.histogram.value_min: expected a number, found NaN",
        "learner.critics.histogram={value_min: 1.0e30, value_max: 1.00001e30, bins: 10} | learner.critics.histogram.value_max: expected a finite number above 1.0000100001E30, found 1.00001E30",
        "learner.critics.tau=1.5 | learner.critics.tau: expected at most 1.0, found 1.5",
        "learner.optimiser.warmup_steps=-1 | learner.optimiser.warmup_steps: expected at least 0, found -1",
        "learner.optimiser.gradient_clip=.inf | learner.optimiser.gradient_clip: expected a finite number of at least 0.0, found Infinity",
        "learner.optimiser.weight_decay=-0.1 | learner.optimiser.weight_decay: expected a finite number of at least 0.0, found -0.1",
        "learner.optimiser={learning_rate: 0.25, weight_decay: 4} | learner.optimiser.weight_decay: expected less than 4.0, found 4.0",
        "learner.optimiser.learning_rate=.inf | learner.optimiser.learning_rate: expected a finite number above 0.0, found Infinity",
        "learner.entropy.initial_temperature=0 | learner.entropy.initial_temperature: expected a finite number above 0.0, found 0.0",
        "person.noise=.inf | person.noise: expected a finite number of at least 0.0, found Infinity",
        "learner.wat=1 | unknown key wat in learner; expected one of algorithm, engine, device, xla,"
            + " threads, hidden, activation, batch_size, updates_per_step, start_steps,"
            + " replay_capacity, averaged_actors, critics, optimiser, entropy, stream, safety",
        "seed | expected dotted.key=value, found no =",
        "=3 | expected dotted.key=value, found no key",
        "seed.x=3 | seed: expected a whole number, found a section with keys x",
        "task=[ | not valid YAML: expected the node content, but found '<stream end>'",
      })
  void namesTheOptionThatIsWrong(String assignment, String problem) {
    assertEquals(
        "--set " + assignment + ": " + problem, complaint(() -> load(file(""), assignment)));
  }

  @Test
  void namesTheChoicesOfAnEnum() {
    assertEquals(
        "gait: expected one of slow-walk, run, found \"fly\"",
        afterPlace(complaint(() -> sample("gait: fly\n"))));
  }

  @Test
  void refusesAnAliasThatContainsItself() {
    assertEquals(
        "nested too deeply or too large; does an alias contain itself?",
        afterPlace(complaint(() -> sample("sizes: &a [*a]\n"))));
  }

  /** A few hundred bytes that unfold to a hundred thousand values. */
  @Test
  void refusesAliasesThatUnfoldToTooMuch() {
    StringBuilder yaml = new StringBuilder("sizes: &a0 [1]\n");
    for (int level = 1; level <= 5; level++) {
      String alias = "*a" + (level - 1);
      String ten = String.join(", ", Collections.nCopies(10, alias));
      yaml.append("x").append(level).append(": &a").append(level).append(" [" + ten + "]\n");
    }
    assertEquals(
        "nested too deeply or too large; does an alias contain itself?",
        afterPlace(complaint(() -> sample(yaml.toString()))));
  }

  @Test
  void saysThatAFileDoesNotExistOrIsNoText() throws IOException {
    Path missing = folder.resolve("none.yaml");
    assertEquals(missing + ": no such configuration file", complaint(() -> load(missing)));
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertEquals(
        binary + ": expected UTF-8 text, found other bytes", complaint(() -> load(binary)));
    String expected = ": expected a regular file, found ";
    String instead = "; name a file with text";
    assertEquals(folder + expected + "a folder" + instead, complaint(() -> load(folder)));
    String device = "/dev/zero" + expected + "a pipe, a socket or a device" + instead;
    assertEquals(device, complaint(() -> load(Path.of("/dev/zero"))));
  }

  @Test
  void readsNoFileThatIsTooLargeToBeOfSettings() throws IOException {
    String comment = "#".repeat(SettingsText.MAX_BYTES);
    Path large = Files.writeString(folder.resolve("large.yaml"), comment);
    assertEquals(RunSettings.defaults(), load(large));
    Files.writeString(large, comment + "#");
    String expected = ": expected settings of at most 1048576 bytes, found 1048577 or more";
    assertEquals(large + expected + "; name the right file", complaint(() -> load(large)));
  }

  @Test
  void writesWhatItReadsBack() throws IOException {
    RunSettings settings =
        load("", "run.name='yes'", "task='# 1: \"ü'", "stop_at=.inf", "learner.hidden=[7]");
    String yaml = Configuration.write(settings);
    assertEquals(settings, load(yaml));
    assertEquals(yaml, Configuration.write(load(yaml)));
    Sample sample = new Sample("1", -3, Double.MIN_VALUE, false, Gait.SLOW_WALK, List.of(0));
    assertEquals(sample, sample(Configuration.write(sample)));
  }

  @Test
  void writesKeysInTheOrderOfTheRecord() {
    assertEquals(
        "name: a\nbig: 1\nrate: 0.5\non: true\ngait: slow-walk\nsizes:\n- 1\n- 2\n",
        Configuration.write(Sample.DEFAULTS));
  }

  private RunSettings load(String yaml, String... assignments) throws IOException {
    return load(file(yaml), assignments);
  }

  private static RunSettings load(Path file, String... assignments) {
    return Configuration.load(
        RunSettings.defaults(),
        Optional.of(file),
        Stream.of(assignments).map(Setting::parse).toList());
  }

  private Sample sample(String yaml) throws IOException {
    return Configuration.load(Sample.DEFAULTS, Optional.of(file(yaml)), List.of());
  }

  private static String complaint(Executable call) {
    return String.valueOf(assertThrows(ConfigurationException.class, call).getMessage());
  }

  private static String afterPlace(String message) {
    return message.replaceFirst("^.*?:\\d+:\\d+: ", "");
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), yaml);
  }
}
