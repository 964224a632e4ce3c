package dev.tandem.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.Setting;
import dev.tandem.app.config.SettingTexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CameraSettingsTest {
  @TempDir Path folder;

  private static RunSettings set(String setting) {
    return Configuration.load(
        RunSettings.defaults(), Optional.empty(), List.of(Setting.parse(setting)));
  }

  @Test
  void nobodyLooksUnlessAsked() {
    assertEquals(List.of(), RunSettings.defaults().cameras());
  }

  @Test
  void whatACameraLeavesOutHasItsDefault() {
    RunSettings settings =
        set("cameras=[{name: front}, {name: wrist, rate_hz: 25, delay_seconds: 0.02}]");
    assertEquals(
        List.of(
            new CameraSettings("front", 64, 64, 50, 0),
            new CameraSettings("wrist", 64, 64, 25, 0.02)),
        settings.cameras());
    assertEquals(40_000_000, settings.cameras().get(1).config().periodNanos());
    assertEquals(20_000_000, settings.cameras().get(1).config().delayNanos());
  }

  @Test
  void whatWasWrittenIsReadAgain() throws Exception {
    RunSettings settings = set("cameras=[{name: wrist, width: 32}]");
    Path file = folder.resolve("config.yaml");
    Files.writeString(file, Configuration.write(settings));
    assertEquals(
        settings, Configuration.load(RunSettings.defaults(), Optional.of(file), List.of()));
    assertEquals(
        "[{name: wrist, width: 32, height: 64, rate_hz: 50.0, delay_seconds: 0.0}]",
        SettingTexts.of(settings).of("cameras"));
  }

  @ParameterizedTest
  @CsvSource({
    "width: 0, cameras[0].width: expected 1 to 4096",
    "height: 5000, cameras[0].height: expected 1 to 4096",
    "rate_hz: 0, cameras[0].rate_hz: expected a finite number above 0",
    "rate_hz: 2000, cameras[0].rate_hz: expected at most 1000",
    "delay_seconds: -1, cameras[0].delay_seconds: expected a finite number of at least 0",
    "name: a/b, cameras[0].name: expected the name of a camera",
    "with: 3, unknown key with in cameras[0]"
  })
  void whatNoCameraCanBeIsRefusedWithItsPlace(String key, String expected) throws Exception {
    Path file = folder.resolve("odd.yaml");
    Files.writeString(file, "cameras:\n  - " + key + "\n");
    var error =
        assertThrows(
            ConfigurationException.class,
            () -> Configuration.load(RunSettings.defaults(), Optional.of(file), List.of()));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("odd.yaml:2") && message.contains(expected), message);
  }
}
