package dev.tandem.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private final CountDownLatch terminal = new CountDownLatch(1);

  /** Takes nothing until somebody presses Ctrl-Q. */
  private void tell(String line) {
    try {
      terminal.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    told.add(line);
  }

  @Test
  void tellsEverythingInOrderBeforeItIsClosed() {
    terminal.countDown();
    Announcer announcer = new Announcer(this::tell, LONG);
    List<String> lines = IntStream.range(0, 100).mapToObj(i -> "line " + i).toList();
    lines.forEach(announcer);
    announcer.close();
    announcer.close();
    assertEquals(lines, List.copyOf(told));
  }

  @Test
  void whoSpeaksDoesNotWaitForATerminalThatTakesNothing() {
    Announcer announcer = new Announcer(this::tell, LONG);
    assertTimeoutPreemptively(
        LONG, () -> IntStream.range(0, 5000).forEach(i -> announcer.accept("x")));
    terminal.countDown();
    announcer.close();
    int lost = 5000 - (int) told.stream().filter("x"::equals).count();
    assertEquals(1, told.stream().filter(line -> line.startsWith(lost + " lines were")).count());
  }

  @Test
  void aRunEndsAlthoughTheTerminalTakesNothing() {
    Announcer announcer = new Announcer(this::tell, Duration.ofMillis(1));
    announcer.accept("mode STOP0");
    assertTimeoutPreemptively(LONG, announcer::close);
    assertEquals(List.of(), List.copyOf(told));
  }
}
