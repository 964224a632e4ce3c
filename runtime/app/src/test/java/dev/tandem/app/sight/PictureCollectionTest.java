package dev.tandem.app.sight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.Seen;
import dev.tandem.policies.encoder.LabelledPictures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures with what was true in them. */
final class PictureCollectionTest {
  private static final int MOMENTS = 60;

  @BeforeEach
  void requireRendering() {
    Seen.requireRendering();
  }

  private static RunSettings settings(String... more) {
    List<Setting> all =
        Stream.concat(Stream.of("task=pick-cube", "simulator=mujoco", cameras(0)), Stream.of(more))
            .map(Setting::parse)
            .toList();
    return Configuration.load(RunSettings.defaults(), Optional.empty(), all);
  }

  private static String cameras(double delaySeconds) {
    return "cameras=[{name: front, width: 24, height: 24, delay_seconds: %s}, {name: wrist, width: 16, height: 16, delay_seconds: %s}]"
        .formatted(delaySeconds, delaySeconds);
  }

  private static LabelledPictures taken(RunSettings settings) {
    try (PictureCollection collection = new PictureCollection(settings)) {
      return collection.take(MOMENTS, done -> {});
    }
  }

  @Test
  void equalSeedsTakeEqualPicturesAndOthersTakeOthers() {
    LabelledPictures first = taken(settings());
    LabelledPictures again = taken(settings());
    LabelledPictures other = taken(settings("seed=2"));
    assertEquals(MOMENTS, first.size());
    for (int i = 0; i < MOMENTS; i++) {
      assertArrayEquals(first.pixels(i)[0], again.pixels(i)[0]);
      assertArrayEquals(first.numbers(i), again.numbers(i));
    }
    assertFalse(Arrays.equals(first.numbers(0), other.numbers(0)));
  }

  @Test
  void aLateCamerasPictureIsLabelledWithTheMomentThatItShows() {
    LabelledPictures prompt = taken(settings());
    LabelledPictures late = taken(settings(cameras(0.05)));
    int found = 0;
    for (int i = 0; i < MOMENTS; i++) {
      for (int k = 0; k < MOMENTS; k++) {
        if (Arrays.deepEquals(late.pixels(i), prompt.pixels(k))) {
          assertArrayEquals(prompt.numbers(k), late.numbers(i), "late " + i + ", prompt " + k);
          found++;
        }
      }
    }
    assertTrue(found > MOMENTS / 2, found + " pictures are the same");
  }

  @Test
  void theCubeIsSeenLyingAndCarried() {
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    try (PictureCollection collection = new PictureCollection(settings())) {
      LabelledPictures pictures = collection.take(600, done -> {});
      for (int i = 0; i < pictures.size(); i++) {
        float heightMetres = 0.2f * pictures.numbers(i)[5] + 0.25f;
        lowest = Math.min(lowest, heightMetres);
        highest = Math.max(highest, heightMetres);
      }
    }
    assertEquals(0.02, lowest, 0.005);
    assertTrue(highest > 0.1, "lifted to " + highest);
  }
}
