package dev.tandem.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.RunReport;
import dev.tandem.app.train.TrainedEpisodes;
import dev.tandem.runtime.time.SimulatedClock;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFilesTest {
  @TempDir Path folder;
  private final SimulatedClock clock = new SimulatedClock();

  @Test
  void writesSettingsThatLoadBack() {
    open().close();
    RunSettings loaded =
        Configuration.load(
            RunSettings.defaults(), Optional.of(folder.resolve("config.yaml")), List.of());
    assertEquals(RunSettings.defaults(), loaded);
  }

  @Test
  void writesOneRowAnEpisodeWithAsManyCellsAsTheHeader() throws IOException {
    try (RunFiles files = open()) {
      files.episodeEnded(RunExample.episode("demonstrations", 0, 0));
      files.episodeEnded(RunExample.episode("training", 1, 40));
      files.learned(RunExample.progress(40, 0.25, 1));
      files.episodeEnded(RunExample.episode("training", 2, 80));
    }
    List<String> rows = rows();
    assertEquals(4, rows.size());
    assertEquals("demonstrations,0,0,40,1.0,1,10,4.0,,,,,,,,,,", rows.get(1));
    assertEquals(
        "training,1,40,40,1.0,1,10,4.0,160,0.5,-1.25,0.01,2.0,0.75,0.25,1.0,200.0,0.8",
        rows.get(2));
    for (String row : rows) {
      assertEquals(18, row.split(",", -1).length, row);
    }
  }

  @Test
  void bringsMetricsToDiskWhileTheRunGoesOn() throws IOException {
    try (RunFiles files = open()) {
      assertEquals(1, rows().size());
      files.episodeEnded(RunExample.episode("training", 1, 40));
      files.learned(RunExample.progress(40, 0, 0));
      assertEquals(1, rows().size());
      clock.advanceNanos(2_000_000_000);
      files.episodeEnded(RunExample.episode("training", 2, 80));
      files.learned(RunExample.progress(80, 0, 0));
      assertEquals(3, rows().size());
    }
  }

  @Test
  void drawsTheCurveInItsColours() throws IOException {
    try (RunFiles files = open()) {
      RunExample.play(files);
    }
    BufferedImage picture = ImageIO.read(folder.resolve("curve.png").toFile());
    assertEquals(1280, picture.getWidth());
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        colours.add(picture.getRGB(x, y) & 0xffffff);
      }
    }
    assertTrue(colours.containsAll(List.of(0x0072B2, 0xD55E00, 0x009E73, 0x1A1A1A)));
  }

  @Test
  void drawsReturnsAsTheyAreForATaskThatIsJudgedByThem() throws IOException {
    ReturnCurve curve = new ReturnCurve("returns");
    curve.write(folder.resolve("none.png"));
    assertFalse(Files.exists(folder.resolve("none.png")));
    RunExample.play(curve);
    curve.write(folder.resolve("returns.png"));
    BufferedImage picture = ImageIO.read(folder.resolve("returns.png").toFile());
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        colours.add(picture.getRGB(x, y) & 0xffffff);
      }
    }
    assertTrue(colours.containsAll(List.of(0x0072B2, 0x1A1A1A)));
    assertFalse(colours.contains(0xD55E00), "nobody helps");
  }

  /** A cache would need room on the disk, and the virtual machine not to be on its way down. */
  @Test
  void drawsTheCurveWithoutACacheOnTheDisk() throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    ImageIO.setCacheDirectory(gone.toFile());
    Files.delete(gone);
    try (RunFiles files = open()) {
      RunExample.play(files);
    } finally {
      ImageIO.setCacheDirectory(null);
    }
    assertTrue(Files.exists(folder.resolve("curve.png")));
  }

  @Test
  void drawsNothingOfARunThatDidNothing() {
    open().close();
    assertFalse(Files.exists(folder.resolve("curve.png")));
  }

  @Test
  void tellsTensorBoardOfEverything() throws IOException {
    try (RunFiles files = open()) {
      long before = Files.size(folder.resolve("events.out.tfevents.7.tandem"));
      files.episodeEnded(RunExample.episode("training", 1, 40));
      files.learned(RunExample.progress(40, 0, 0));
      files.evaluated(RunExample.POLICY);
      assertNotEquals(before, Files.size(folder.resolve("events.out.tfevents.7.tandem")));
    }
    String events =
        Files.readString(
            folder.resolve("events.out.tfevents.7.tandem"), StandardCharsets.ISO_8859_1);
    for (String tag :
        List.of("training/return", "learner/critic_loss", "evaluation/policy_success_rate")) {
      assertTrue(events.contains(tag), tag);
    }
  }

  @Test
  void reportsWithTheKeysThatProgramsRelyOn() throws IOException {
    try (RunFiles files = open()) {
      files.report(RunExample.REPORT);
    }
    assertEquals(
        "{\"checkpoint_hash\":\"ab12\",\"success_rate\":0.97,"
            + "\"success_rate_low\":0.9154806357094724,\"success_rate_high\":0.9897454759759611,"
            + "\"evaluation_episodes\":100,\"train_seconds\":181.5,\"env_steps\":6000,"
            + "\"updates\":24000,\"intervention_rate_last20\":0.025,\"training_episodes\":150,"
            + "\"training_stopped_episodes\":3,\"mean_return\":0.97,"
            + "\"mean_cycle_s\":3.1,\"stopped_episodes\":0,\"stops\":{},\"bc_success_rate\":0.62,\"bc_mean_cycle_s\":5.25,"
            + "\"seed\":3,\"run\":\"runs/x\",\"resumed_from\":null,"
            + "\"learner\":\"jvm (dense layers on a CPU; in tiles)\","
            + "\"not_watched\":[\"F01 E_STOP: not watched, no channel estop.a\"]}\n",
        Files.readString(folder.resolve("report.json")));
  }

  @Test
  void reportsNoCycleTimeWhenNothingSucceeded() {
    EvaluationSummary never = new EvaluationSummary("policy", 1, 10, 0, 0, Double.NaN);
    String json =
        ReportFile.json(
                new RunReport(
                    "",
                    never,
                    Optional.of(never),
                    1,
                    1,
                    1,
                    0,
                    TrainedEpisodes.NONE,
                    1,
                    "runs/x",
                    Optional.empty(),
                    "jvm",
                    List.of()))
            .toString();
    assertTrue(json.contains("\"mean_cycle_s\":null"), json);
    assertTrue(json.contains("\"bc_mean_cycle_s\":null"), json);
  }

  @Test
  void saysInOneLineThatTheFolderIsNotThere() {
    WriteException e =
        assertThrows(
            WriteException.class,
            () -> new RunFiles(folder.resolve("x"), RunSettings.defaults(), clock, time()).close());
    assertTrue(String.valueOf(e.getMessage()).contains("config.yaml: cannot be written"));
  }

  private RunFiles open() {
    return new RunFiles(folder, RunSettings.defaults(), clock, time());
  }

  private static InstantSource time() {
    return InstantSource.fixed(Instant.ofEpochSecond(7));
  }

  private List<String> rows() throws IOException {
    return Files.readAllLines(folder.resolve("metrics.csv"));
  }
}
