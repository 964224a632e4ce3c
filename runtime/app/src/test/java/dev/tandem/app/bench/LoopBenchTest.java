package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.os.RealTimeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopBenchTest {
  private static final int TICKS = 300;

  @TempDir private Path folder = Path.of("");

  /** No figure here is a test of speed; that a tick allocates nothing, TickBenchTest counts. */
  @Test
  void runsAllTicksOnTimeOrSaysWhichWereSkippedAndAllocatesNothing() throws Exception {
    Path file = folder.resolve("ticks.csv");
    LoopOptions options = new LoopOptions(TICKS, 1000, 0, RealTimeConfig.none(), 0);
    JsonObject json;
    try (LoopDump dump = new LoopDump(file)) {
      json = new LoopBench(Robot.shipped(), options, 1, line -> {}).run(dump);
    }
    String text = json.toString();
    String bytes = text.replaceFirst(".*\"bytes_per_tick\":([^,]*),.*", "$1");
    assertTrue(Double.parseDouble(bytes) < 1, "once at most, when a method is compiled: " + text);
    assertTrue(text.contains("\"ticks\":" + TICKS), text);
    assertTrue(text.contains("\"scheduler\":\"SCHED_OTHER\""), text);
    List<String> lines = Files.readAllLines(file);
    assertEquals("deadline_ns,wake_up_ns", lines.get(0));
    assertEquals(TICKS + 1, lines.size());
    long before = 0;
    for (String line : lines.subList(1, lines.size())) {
      long deadline = Long.parseLong(line.substring(0, line.indexOf(',')));
      long wakeUp = Long.parseLong(line.substring(line.indexOf(',') + 1));
      assertTrue(wakeUp >= deadline, line);
      assertTrue(before == 0 || (deadline - before) % options.timing().periodNanos() == 0, line);
      before = deadline;
    }
  }

  @Test
  void refusesWhatCannotBeMeasured() {
    RealTimeConfig none = RealTimeConfig.none();
    assertThrows(IllegalArgumentException.class, () -> new LoopOptions(0, 1000, 0, none, 0));
    assertThrows(IllegalArgumentException.class, () -> new LoopOptions(1, 0, 0, none, 0));
    assertThrows(IllegalArgumentException.class, () -> new LoopOptions(1, 1_000_000, 0, none, 0));
    assertThrows(IllegalArgumentException.class, () -> new LoopOptions(1, 1, 0, none, -1));
    assertThrows(
        IllegalArgumentException.class, () -> new LoopOptions(1, 1000, 1_000_000, none, 0));
  }
}
