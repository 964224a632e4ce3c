package dev.tandem.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.SettingTexts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CameraSettingsTest {
  @TempDir Path folder;

  @Test
  void nobodyLooksUnlessAsked() {
    assertEquals(List.of(), RunSettings.defaults().cameras());
  }

  @Test
  void whatACameraLeavesOutHasItsDefault() {
    RunSettings settings =
        SettingsInFile.set(
            "cameras=[{name: front}, {name: wrist, rate_hz: 25, delay_seconds: 0.02}]");
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
    RunSettings settings = SettingsInFile.set("cameras=[{name: wrist, width: 32}]");
    assertEquals(settings, new SettingsInFile(folder).writtenAndRead(settings));
    assertEquals(
        "[{name: wrist, width: 32, height: 64, rate_hz: 50.0, delay_seconds: 0.0}]",
        SettingTexts.of(settings).of("cameras"));
  }

  @ParameterizedTest
  @CsvSource({
    "width: 0, cameras[0].width: expected 1 to 640",
    "width: 641, cameras[0].width: expected 1 to 640",
    "height: 481, cameras[0].height: expected 1 to 480",
    "rate_hz: 0, cameras[0].rate_hz: expected a finite number above 0",
    "rate_hz: 2000, cameras[0].rate_hz: expected at most 1000",
    "delay_seconds: -1, cameras[0].delay_seconds: expected a finite number of at least 0",
    "name: a/b, cameras[0].name: expected the name of a camera",
    "with: 3, unknown key with in cameras[0]"
  })
  void whatNoCameraCanBeIsRefusedWithItsPlace(String key, String expected) {
    String text = "cameras:\n  - " + key + "\n";
    String message = new SettingsInFile(folder).refusal("odd.yaml", text);
    assertTrue(message.contains("odd.yaml:2") && message.contains(expected), message);
  }
}
