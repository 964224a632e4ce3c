package dev.tandem.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learners that no memory would hold are refused as settings, and the largest others are not. */
final class LearnerSizeTest {
  private static RunSettings load(String assignments) {
    List<Setting> settings =
        Stream.of(assignments.split(" ", -1))
            .map(text -> Setting.parse("learner." + text))
            .toList();
    return Configuration.load(RunSettings.defaults(), Optional.empty(), settings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch_size=65536 updates_per_step=17"
            + " | batch_size: expected a size that is, times learner.updates_per_step, at most"
            + " 1048576, found 1114112",
        "batch_size=65536 critics.count=100 hidden=[1] | hidden: expected layers that hold, for the"
            + " actor and 100 critics of 1 outputs and batches of 65536, at most 300000000 weights"
            + " and activations, found 847663104",
        "batch_size=65536 critics.variant=hl-gauss critics.histogram.bins=1001 critics.count=10"
            + " hidden=[64] | hidden: expected layers that hold, for the actor and 10 critics of"
            + " 1001 outputs and batches of 65536, at most 300000000 weights and activations,"
            + " found 785055744",
        "hidden=[8192,8192,8192] | hidden: expected layers that hold, for the actor and 2 critics of"
            + " 1 outputs and batches of 256, at most 300000000 weights and activations, found"
            + " 423149568",
        "stream.hidden=[8192,8192] | stream.hidden: expected layers of at most 50000000 weights"
            + " between them, found 67108864",
        "stream.entropy=101 | stream.entropy: expected at most 100.0, found 101.0",
      })
  void refusesWhatNoArrayHolds(String assignments, String problem) {
    var error = assertThrows(ConfigurationException.class, () -> load(assignments));
    String message = String.valueOf(error.getMessage());
    assertEquals("learner." + problem, message.substring(message.indexOf(": ") + 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch_size=65536 updates_per_step=16 hidden=[256]",
        "hidden=[2048,2048] critics.count=10",
        "hidden=[256,256] batch_size=4096 critics.count=10",
        "batch_size=4096 critics.variant=hl-gauss critics.histogram.bins=1001 critics.count=10",
        "stream.hidden=[4096,8192]",
        "stream.entropy=100",
      })
  void takesWhatFits(String assignments) {
    load(assignments);
  }
}
