package dev.tandem.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.bench.LoopCompany;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakBenchTest {
  private static final int SECONDS = 60;
  private static final long SEED = 1;

  @TempDir Path folder;

  @Test
  void provesFromItsJournalThatNothingWasLostUnlatchedOrUnseen() throws InterruptedException {
    List<String> said = new ArrayList<>();
    SoakOptions options = new SoakOptions(SECONDS, SEED, Optional.empty(), folder, false);
    Map<String, String> figures =
        figures(new SoakBench(Robot.shipped(), options, new LoopCompany(), said::add).run());
    assertEquals("[]", figures.get("findings"), () -> "seed " + SEED + ": " + said);
    assertEquals(SECONDS * 1000L, number(figures, "ticks") + number(figures, "lost_records"), 50);
    for (String none :
        List.of("missing_records", "unlatched_stops", "faults_missed", "stops_not_at_rest")) {
      assertEquals(0, number(figures, none), none);
    }
    assertEquals("false", figures.get("passed"), "a minute is too short for every kind of fault");
    assertTrue(figures.getOrDefault("not_injected", "[]").length() > 2, figures::toString);
    assertTrue(said.get(said.size() - 1).endsWith("3600 are enough"), said::toString);
    assertTrue(number(figures, "faults") >= 5, () -> "a calm session shows nothing: " + figures);
    assertTrue(number(figures, "recoveries") >= 1, figures::toString);
    assertTrue(number(figures, "driven_share") > 0.3, figures::toString);
    assertTrue(number(figures, "longest_to_rest_ms") > 0, figures::toString);
    assertFalse(Files.exists(folder.resolve("journal.mcap")));
  }

  private static Map<String, String> figures(SoakBench.Result result) {
    Map<String, String> figures = new HashMap<>();
    JsonObject json = result.figures();
    json.forEach(figures::put);
    return figures;
  }

  private static double number(Map<String, String> figures, String key) {
    return Double.parseDouble(figures.getOrDefault(key, "NaN"));
  }

  @Test
  void memoryIsFlatWhenItGrowsLittleAfterTheFirstQuarter() {
    MemoryCourse flat = course(10, 50, 55, 60, 65);
    assertTrue(flat.isFlat());
    assertEquals(15, flat.heapGrowthMb());
    assertFalse(course(10, 50, 55, 60, 67).isFlat());
  }

  @Test
  void memoryThatTheProcessTakesCountsToo() {
    MemoryCourse course = new MemoryCourse(Runnable::run);
    course.add(1, 100);
    course.add(1, 100);
    course.add(1, 165);
    assertFalse(course.isFlat());
    assertEquals(65, course.residentGrowthMb());
  }

  @Test
  void memoryIsLookedAtWhileNothingElseAllocates() {
    List<String> order = new ArrayList<>();
    MemoryCourse course =
        new MemoryCourse(
            looking -> {
              order.add("quiet");
              looking.run();
              order.add("over");
            });
    course.look();
    assertEquals(List.of("quiet", "over"), order);
    assertTrue(course.json().toString().contains("heap_mb_0"), course.json()::toString);
  }

  private static MemoryCourse course(double... heapMb) {
    MemoryCourse course = new MemoryCourse(Runnable::run);
    for (double heap : heapMb) {
      course.add(heap, 500);
    }
    return course;
  }
}
