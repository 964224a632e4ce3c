package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A watchdog whose file somebody deletes or cuts off: here its own stop command does. */
@Timeout(60)
final class LostWatchdogFileTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("page");
  }

  private Path told() {
    return folder.resolve("told");
  }

  /** Ended once its stop command has been tried. */
  private CommandLineRun watch(String harm) {
    return watch(tandem -> Thread.ofPlatform().daemon().start(() -> endOnceTold(tandem)), harm);
  }

  private CommandLineRun watch(Consumer<Tandem> prepare, String harm) {
    return CommandLineRun.of(
        prepare,
        "watchdog",
        "--file",
        file().toString(),
        "--any-disk",
        "--priority",
        "0",
        "--on-stop",
        harm + "; echo $TANDEM_STOP_CAUSE >> " + told());
  }

  private void endOnceTold(Tandem tandem) {
    while (!Files.exists(told()) && Files.exists(folder)) {
      Thread.onSpinWait();
    }
    tandem.interrupt.ask();
  }

  private String lost(String found) {
    return "%s: expected this watchdog's file, found that %s; nobody can arm it there any more: end it, and start it again\n"
        .formatted(file(), found);
  }

  @Test
  void saysThatNobodyCanArmItWhereItsFileIsGone() {
    CommandLineRun run = watch("rm " + file());
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains(lost("it is gone")), run.err());
  }

  @Test
  void saysThatNobodyCanArmItWhereAnotherFileIsInItsPlace() {
    CommandLineRun run = watch("cp %1$s %1$s.2; mv %1$s.2 %1$s".formatted(file()));
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains(lost("another one is in its place")), run.err());
  }

  @Test
  void stopsTheDrivesByItsCommandAndEndsInWordsWhereItsFileIsCutOff() throws IOException {
    CommandLineRun run = watch(tandem -> {}, ": > " + file());
    assertEquals(1, run.exit(), run.err());
    assertEquals("NOT_ARMED\nWATCHDOG_ENDED\n", Files.readString(told()));
    assertTrue(
        run.err()
            .contains(
                "tandem: " + file() + ": expected a page of memory, found that somebody has cut"),
        run.err());
  }
}
