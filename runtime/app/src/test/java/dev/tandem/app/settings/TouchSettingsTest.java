package dev.tandem.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.simbridge.tactile.Gel;
import dev.tandem.simbridge.tactile.TouchConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TouchSettingsTest {
  @TempDir Path folder;

  @Test
  void nothingIsFeltUnlessAsked() {
    assertEquals(List.of(), RunSettings.defaults().touch());
  }

  @Test
  void whatAPadLeavesOutHasItsDefault() {
    RunSettings settings =
        SettingsInFile.set(
            "touch=[{pad: right_pad}, {shows: picture, width: 64, height: 48, rate_hz: 25,"
                + " delay_seconds: 0.02, friction: 0.5}]");
    TouchConfig forces = settings.touch().get(0).config();
    assertEquals("right_pad", forces.pad());
    assertEquals(
        new ImageSpec("right_pad_forces", 20, 25, 3, ImageSpec.Values.FLOAT32),
        forces.camera().image());
    assertEquals(20_000_000, forces.camera().periodNanos());
    assertEquals(new Gel(1e7, 1, 1e6, 2), forces.gel());
    TouchConfig picture = settings.touch().get(1).config();
    assertEquals("left_pad", picture.pad());
    assertEquals(new ImageSpec("left_pad_picture", 64, 48, 3), picture.camera().image());
    assertEquals(40_000_000, picture.camera().periodNanos());
    assertEquals(20_000_000, picture.camera().delayNanos());
    assertEquals(0.5, picture.gel().friction());
  }

  @Test
  void whatWasWrittenIsReadAgain() throws Exception {
    RunSettings settings = SettingsInFile.set("touch=[{pad: right_pad, stiffness_n_per_m3: 1e6}]");
    assertEquals(settings, new SettingsInFile(folder).writtenAndRead(settings));
  }

  @ParameterizedTest
  @CsvSource({
    "width: 0, touch[0].width: expected 1 to 1024",
    "height: 2000, touch[0].height: expected 1 to 1024",
    "rate_hz: 0, touch[0].rate_hz: expected a finite number above 0",
    "delay_seconds: 2, touch[0].delay_seconds: expected at most 1",
    "pad: a/b, touch[0].pad: expected a name in letters and digits",
    "stiffness_n_per_m3: 0, touch[0].stiffness_n_per_m3: expected a finite number above 0",
    "friction: -1, touch[0].friction: expected a finite number of at least 0",
    "shows: heat, 'touch[0].shows: expected one of forces, picture'",
    "with: 3, unknown key with in touch[0]"
  })
  void whatNoPadCanBeIsRefusedWithItsPlace(String key, String expected) {
    String text = "touch:\n  - " + key + "\n";
    String message = new SettingsInFile(folder).refusal("odd.yaml", text);
    assertTrue(message.contains("odd.yaml:2") && message.contains(expected), message);
  }
}
