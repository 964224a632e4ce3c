package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.nn.Arithmetic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
  private static LearnerSettings settings(String... assignments) {
    List<Setting> options =
        Stream.of(assignments).map(text -> Setting.parse("learner." + text)).toList();
    return Configuration.load(RunSettings.defaults(), Optional.empty(), options).learner();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "engine=auto | jvm (dense layers on a CPU)",
        "device=cpu | jvm (dense layers on a CPU)",
        "device=gpu | tensorflow (for a GPU)",
        "xla=true | tensorflow (for XLA)",
        "engine=jvm | jvm (learner.engine says so)",
        "engine=tensorflow | tensorflow (learner.engine says so)",
      })
  void choosesAndSaysWhy(String setting, String expected) {
    assertEquals(expected, Engine.of(settings(setting), Arithmetic.VECTOR).toString());
  }

  @Test
  void leavesItToTensorFlowWithoutTheVectorApi() {
    assertEquals(
        "tensorflow (plain Java has no Vector API here)",
        Engine.of(settings("engine=auto"), Arithmetic.PLAIN).toString());
  }

  @Test
  void refusesPlainJavaForWhatItCannotDo() {
    LearnerSettings gpu = settings("engine=jvm", "device=gpu");
    var error = assertThrows(IllegalArgumentException.class, () -> Engine.of(gpu));
    assertEquals(
        "learner.engine: expected tensorflow or auto for learner.device gpu, found jvm",
        error.getMessage());
    LearnerSettings xla = settings("engine=jvm", "xla=true");
    assertThrows(IllegalArgumentException.class, () -> Engine.of(xla));
  }
}
