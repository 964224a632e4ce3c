package dev.tandem.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The journal that a command is about: a file, or a run's folder with the journal in it. */
final class JournalPath {
  @Parameters(
      paramLabel = "JOURNAL",
      description = "A journal, or the folder of the run that wrote it.")
  private @Nullable Path path;

  Path get() throws InputFile.InputException {
    if (path == null) {
      throw new IllegalStateException("picocli requires the parameter");
    }
    return InputFile.JOURNAL.find(path);
  }
}
