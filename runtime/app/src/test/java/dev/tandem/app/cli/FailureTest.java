package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.doctor.MissingException;
import dev.tandem.app.report.WriteException;
import dev.tandem.app.train.RunFolder;
import dev.tandem.policies.checkpoint.Checkpoint;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.nn.PolicySpaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailureTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void namesTheKindOfAnUnexpectedExceptionInOneLine() {
    assertEquals(1, failure().report(new IllegalStateException("first\n  second")));
    assertEquals(
        "tandem: IllegalStateException: first second (--stacktrace shows where)\n", text(err));
  }

  @Test
  void looksThroughTheWrapperOfAnInputOutputError() {
    failure().report(new UncheckedIOException(new IOException("disk on fire")));
    assertTrue(text(err).startsWith("tandem: IOException: disk on fire"), text(err));
  }

  @Test
  void showsTheStackTraceOnlyWhenAskedTo() {
    failure("--stacktrace").report(new IllegalStateException("x"));
    assertTrue(text(err).contains("at dev.tandem.app.cli.FailureTest"), text(err));
  }

  @Test
  void endsWithThreeWhenSomethingIsMissing() {
    assertEquals(3, failure().report(new MissingException("no torch", "apt-get install it")));
    assertEquals("tandem: no torch; apt-get install it\n", text(err));
  }

  @Test
  void endsWithThreeWhenANativeLibraryDoesNotLoad() {
    assertEquals(3, failure().report(new UnsatisfiedLinkError("no jnitensorflow")));
    assertTrue(text(err).contains("see ./tandem doctor"), text(err));
  }

  @Test
  void saysHowToGetMoreMemory() {
    assertEquals(1, failure().report(new OutOfMemoryError("Java heap space")));
    assertTrue(text(err).contains("TANDEM_JAVA_ARGS=-Xmx"), text(err));
  }

  @Test
  void saysAtTheEndOfTheLineWhatAFailedRunKeeps(@TempDir Path run) throws IOException {
    Files.createFile(run.resolve("journal.mcap"));
    Exception cause = new WriteException(run.resolve("metrics.csv"), new IOException("disk full"));
    assertEquals(1, failure().report(new UnfinishedRunException(cause, new RunFolder(run))));
    assertEquals(
        "tandem: " + cause.getMessage() + "; kept in " + run + ": journal.mcap\n", text(err));
  }

  @Test
  void doesNotSendBackIntoAFullDisk(@TempDir Path run) throws IOException {
    Files.createFile(run.resolve("journal.mcap"));
    Files.createFile(run.resolve("config.yaml"));
    Exception cause = new WriteException(run.resolve("metrics.csv"), new IOException("disk full"));
    failure().report(new UnfinishedRunException(cause, new RunFolder(run)));
    String resume = "; ./tandem train --resume " + run + " goes on once there is room\n";
    assertTrue(text(err).endsWith(resume), text(err));
  }

  @Test
  void tellsACheckpointThatFoundNoRoomFromOneThatCannotBeRead(@TempDir Path run)
      throws IOException {
    Files.createFile(run.resolve("journal.mcap"));
    Path file = Files.createFile(run.resolve("config.yaml"));
    CheckpointFile below = new CheckpointFile(file.resolve("latest.ckpt"));
    var full = assertThrows(CheckpointException.class, () -> below.write(checkpoint()));
    var foreign = assertThrows(CheckpointException.class, () -> new CheckpointFile(file).read());
    String resume = "; ./tandem train --resume " + run;
    for (Exception cause : List.of(full, new UncheckedIOException(full))) {
      err.reset();
      failure().report(new UnfinishedRunException(cause, new RunFolder(run)));
      assertTrue(text(err).endsWith(resume + " goes on once there is room\n"), text(err));
    }
    err.reset();
    failure().report(new UnfinishedRunException(foreign, new RunFolder(run)));
    String anew = " learns anew, without that checkpoint, what the journal holds\n";
    assertTrue(text(err).endsWith(resume + anew), text(err));
  }

  private static Checkpoint checkpoint() {
    PolicySpaces spaces = PolicySpaces.of(Tasks.create("reach", "plant"));
    return Checkpoint.streaming("reach", spaces, 0, new TreeMap<>(), List.of());
  }

  @Test
  void saysOnlyWhatIsMissingWhenARunCouldNotBegin(@TempDir Path run) throws IOException {
    Files.createFile(run.resolve("journal.mcap"));
    Exception cause = new MissingException("no gpu", "buy one");
    assertEquals(3, failure().report(new UnfinishedRunException(cause, new RunFolder(run))));
    assertEquals("tandem: no gpu; buy one\n", text(err));
  }

  @Test
  void tellsProgramsWhenTheyAsked() {
    failure("--json").report(new IllegalStateException("x"));
    assertTrue(text(out).startsWith("{\"error\":\"IllegalStateException: x"), text(out));
    assertTrue(text(out).endsWith(",\"exit\":1}\n"), text(out));
  }

  private Failure failure(String... arguments) {
    return new Failure(stream(out), stream(err), List.of(arguments));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
