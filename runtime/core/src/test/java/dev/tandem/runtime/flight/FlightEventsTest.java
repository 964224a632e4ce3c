package dev.tandem.runtime.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightEventsTest {
  @TempDir private Path folder = Path.of("");
  private final FlightEvents events = new FlightEvents(1_000_000);

  private void tick(long index, long latenessNanos, long executionNanos, Verdict verdict) {
    double[] none = {};
    TickRecord record = new TickRecord(none, none, none, none, none);
    record.tick = index;
    record.latenessNanos = latenessNanos;
    record.executionNanos = executionNanos;
    record.verdict = verdict;
    events.onTick(record);
  }

  private List<RecordedEvent> recorded(Runnable ticks) throws IOException {
    Path file = folder.resolve("flight.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      ticks.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("dev.tandem."))
        .toList();
  }

  @Test
  void recordsWhatIsLateByHalfAPeriod() throws IOException {
    List<RecordedEvent> found =
        recorded(
            () -> {
              tick(1, 499_999, 10, Verdict.PASSED);
              tick(2, 500_000, 10, Verdict.PASSED);
            });
    assertEquals(1, found.size());
    assertEquals("dev.tandem.LateWakeUp", found.get(0).getEventType().getName());
    assertEquals(2, found.get(0).getLong("tick"));
    assertEquals(500_000, found.get(0).getLong("latenessNanos"));
  }

  @Test
  void recordsSkippedTicksButNotLostRecords() throws IOException {
    List<RecordedEvent> found =
        recorded(
            () -> {
              tick(1, 0, 3_000_000, Verdict.PASSED);
              tick(4, 0, 10, Verdict.PASSED);
              events.onGap(new TickGap(5, 9, 5, 0));
              tick(10, 0, 10, Verdict.PASSED);
            });
    assertEquals(1, found.size());
    assertEquals("dev.tandem.Overrun", found.get(0).getEventType().getName());
    assertEquals(2, found.get(0).getLong("skippedTicks"));
    assertEquals(3_000_000, found.get(0).getLong("executionBeforeNanos"));
  }

  @Test
  void recordsEveryStopOnce() throws IOException {
    List<RecordedEvent> found =
        recorded(
            () -> {
              tick(1, 0, 10, Verdict.STOP);
              tick(2, 0, 10, Verdict.STOP);
              tick(3, 0, 10, Verdict.MODIFIED);
              tick(4, 0, 10, Verdict.STOP);
            });
    assertEquals(List.of(1L, 4L), found.stream().map(event -> event.getLong("tick")).toList());
  }
}
