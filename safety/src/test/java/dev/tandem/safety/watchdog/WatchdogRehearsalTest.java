package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogRehearsalTest {
  private static final WatchdogLimits LIMITS = WatchdogLimits.faultMatrix();

  @TempDir private Path folder = Path.of("");

  @Test
  void everyRoundArmsAndStops() {
    assertEquals(30, WatchdogRehearsal.rehearse(folder.resolve("scratch"), LIMITS));
    WatchdogLimits tight = new WatchdogLimits(1_000_000, 1_000_000, 500_000, 1_000_000);
    assertEquals(30, WatchdogRehearsal.rehearse(folder.resolve("tight"), tight));
  }

  @Test
  void leavesNothingBehindAndTheRealFileAlone() throws IOException {
    Path file = folder.resolve("watchdog");
    SharedPage.create(file, LIMITS).close();
    byte[] before = Files.readAllBytes(file);
    WatchdogRehearsal.beside(file, LIMITS);
    assertArrayEquals(before, Files.readAllBytes(file));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void doesNotMindWhatARehearsalThatWasKilledLeft() throws IOException {
    Path file = folder.resolve("watchdog");
    Files.writeString(folder.resolve("watchdog.rehearsal"), "half a page");
    WatchdogRehearsal.beside(file, LIMITS);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void saysWhichFileCouldNotBeMade() {
    Path nowhere = folder.resolve("no such folder").resolve("watchdog");
    PageException e =
        assertThrows(PageException.class, () -> WatchdogRehearsal.beside(nowhere, LIMITS));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(nowhere + ".rehearsal: "), message);
  }
}
