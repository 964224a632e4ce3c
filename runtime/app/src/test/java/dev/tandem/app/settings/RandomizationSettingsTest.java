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
import org.junit.jupiter.params.provider.CsvSource;
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
        SettingTexts.of(RandomizationSettings.none()).keys().stream()
            .filter(key -> !key.equals("teacher") && !key.startsWith("alp_gmm."))
            .toList());
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
  void aTeacherIsOneThatThereIsAndHasSomethingToChooseFrom() {
    var unknown =
        assertThrows(ConfigurationException.class, () -> set("randomization.teacher=professor"));
    String expected = "randomization.teacher: expected one of none, alp_gmm, found professor";
    assertTrue(String.valueOf(unknown.getMessage()).contains(expected), unknown.getMessage());
    var nothing =
        assertThrows(ConfigurationException.class, () -> set("randomization.teacher=alp_gmm"));
    assertTrue(
        String.valueOf(nothing.getMessage())
            .contains("randomization.teacher: expected something to choose from"),
        nothing.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "window=9, 10 to 10000",
    "fit_every=0, 1 to 10000",
    "max_gaussians=1, 2 to 50",
    "random_share=1.5, at most 1.0",
    "random_share=-0.1, a finite number of at least 0.0"
  })
  void aTeachersFiguresHaveBounds(String figure, String expected) {
    var error =
        assertThrows(ConfigurationException.class, () -> set("randomization.alp_gmm." + figure));
    assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
  }

  @Test
  void anIntervalWhoseDrawsAreNoNumbersIsRefusedAtTheStart() {
    var error =
        assertThrows(
            ConfigurationException.class,
            () -> set("randomization.physics.friction=log_uniform(1e-310, 100)"));
    String words = String.valueOf(error.getMessage());
    assertTrue(words.contains("randomization.physics.friction: expected a number"), words);
    assertTrue(words.contains("not so far apart, found 1.0E-310, 100.0"), words);
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
