package dev.tandem.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.settings.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of values that do not go together, the option that brings them together is to blame. */
final class BlameTest {
  private static final String SUBSAMPLE =
      "learner.critics.target_subsample: expected 1 to learner.critics.count, which is 1, found 2";

  @TempDir Path folder;

  private String complaint(String yaml, String... assignments) throws IOException {
    Path file = Files.writeString(folder.resolve("settings.yaml"), yaml);
    var error =
        assertThrows(
            ConfigurationException.class,
            () ->
                Configuration.load(
                    RunSettings.defaults(),
                    Optional.of(file),
                    Stream.of(assignments).map(Setting::parse).toList()));
    return String.valueOf(error.getMessage()).replace(file.toString(), "FILE");
  }

  @Test
  void anOptionIsToBlameForWhatTheFileSaysRightlyWithoutIt() throws IOException {
    assertEquals(
        "--set learner.critics.count=1: " + SUBSAMPLE,
        complaint(
            "learner: {critics: {target_subsample: 2}}",
            "learner.threads=1",
            "learner.critics.count=1",
            "seed=3"));
  }

  @Test
  void anOptionThatOnlyStandsNearIsNotToBlame() throws IOException {
    assertEquals(
        "--set person.corrects=true: person.corrects: expected false with learner.algorithm stream,"
            + " which learns from its own decisions only, found true",
        complaint(
            "{demos: {episodes: 0}, person: {corrects: false}, learner: {algorithm: stream}}",
            "person.noise=0.1",
            "person.corrects=true"));
    assertEquals(
        "--set learner.algorithm=stream: person.corrects: expected false with learner.algorithm"
            + " stream, which learns from its own decisions only, found true",
        complaint("demos: {episodes: 0}", "person.noise=0.1", "learner.algorithm=stream"));
  }

  @Test
  void ofTwoOptionsThatDoNotGoTogetherTheOneWithTheWrongValueIsToBlame() throws IOException {
    assertEquals(
        "--set learner.optimiser.weight_decay=4: learner.optimiser.weight_decay: expected less than"
            + " 4.0, found 4.0",
        complaint("", "learner.optimiser.weight_decay=4", "learner.optimiser.learning_rate=0.25"));
  }

  @Test
  void theFileIsToBlameForWhatNoOptionBroke() throws IOException {
    assertEquals(
        "FILE:1:49: " + SUBSAMPLE,
        complaint("learner: {critics: {count: 1, target_subsample: 2}}", "learner.threads=1"));
  }
}
