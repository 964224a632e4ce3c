package dev.tandem.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.Setting;
import dev.tandem.app.config.SettingTexts;
import dev.tandem.simbridge.randomize.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RandomizationSettingsTest {
  @TempDir Path folder;

  private static RunSettings set(String setting) {
    return Configuration.load(
        RunSettings.defaults(), Optional.empty(), List.of(Setting.parse(setting)));
  }

  @Test
  void whatCanBeSetIsWhatCanDiffer() {
    assertEquals(
        Arrays.stream(Parameter.values()).map(Parameter::key).toList(),
        SettingTexts.of(RandomizationSettings.none()).keys());
    assertTrue(RandomizationSettings.none().plan().isNominal());
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void whatCanBeSetIsDocumentedWithItsNominalValue(Parameter parameter) throws Exception {
    String page = Files.readString(Path.of("..", "..", "docs", "randomization.md"));
    String nominal = String.valueOf(parameter.nominal()).replaceFirst("\\.0$", "");
    String row = "| `" + parameter.key() + "` | " + nominal + " | ";
    assertTrue(page.contains(row), row);
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void whatIsSetIsDrawn(Parameter parameter) {
    RunSettings settings = set("randomization." + parameter.key() + "=uniform(0.25, 0.75)");
    var plan = settings.randomization().plan();
    assertEquals(List.of(parameter), plan.varied());
    assertEquals(0.5, plan.at(new double[] {0.5}).of(parameter), 1e-12);
  }

  @Test
  void aFileThatWasWrittenIsReadAgain() throws Exception {
    RunSettings settings = set("randomization.physics.mass=log_uniform(0.5, 2)");
    Path file = folder.resolve("config.yaml");
    Files.writeString(file, Configuration.write(settings));
    assertEquals(
        settings, Configuration.load(RunSettings.defaults(), Optional.of(file), List.of()));
  }

  @Test
  void whatCannotBeDrawnIsRefusedWithItsPlace() throws Exception {
    Path file = folder.resolve("odd.yaml");
    Files.writeString(file, "randomization:\n  physics:\n    mass: gauss(1, 2)\n");
    var error =
        assertThrows(
            ConfigurationException.class,
            () -> Configuration.load(RunSettings.defaults(), Optional.of(file), List.of()));
    assertTrue(String.valueOf(error.getMessage()).contains("odd.yaml:3"), error.getMessage());
    assertTrue(
        String.valueOf(error.getMessage())
            .contains("randomization.physics.mass: expected a number, uniform(LOW, HIGH)"),
        error.getMessage());
  }
}
