package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeantSettingTest {
  @ParameterizedTest
  @CsvSource({
    "train --steps 150, --set steps=150",
    "train --steps=150, --set steps=150",
    "train --steps, --set steps=VALUE",
    "train --steps --json, --set steps=VALUE",
    "train --batch-size 64, --set learner.batch_size=64",
    "train --learner.threads 1, --set learner.threads=1",
    "train --value-min -1, --set learner.critics.histogram.value_min=-1",
    "eval --episodes 9, --set demos.episodes=9 or --set evaluation.episodes=9",
    "train --nothing 1, ''",
    "train -steps 1, ''"
  })
  void isTheSettingThatIsCalledSoWithItsValue(String line, String meant) {
    List<String> arguments = List.of(line.split(" ", -1));
    assertEquals(meant, MeantSetting.of(arguments.get(1), arguments));
  }

  @Test
  void isSuggestedInPlaceOfAnOptionThatLooksLikeIt() {
    CommandLineRun run = CommandLineRun.of("train", "--steps", "150");
    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().contains("; did you mean --set steps=150?; see"), run.err());
    assertFalse(run.err().contains("--stacktrace"), run.err());
    CommandLineRun near = CommandLineRun.of("train", "--sed", "1");
    assertTrue(near.err().contains("--seed?; see"), near.err());
  }
}
