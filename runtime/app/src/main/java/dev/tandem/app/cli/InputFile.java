package dev.tandem.app.cli;

import dev.tandem.app.train.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A file that a command reads: given by itself, or by the folder of the run that wrote it.
 *
 * @param what it is, with its article
 * @param inRun where a run has it
 * @param mayBeEmpty when a crash leaves it so, and nothing in it is an answer
 */
record InputFile(String what, Function<RunFolder, Path> inRun, boolean mayBeEmpty) {
  static final InputFile CHECKPOINT = new InputFile("a checkpoint", RunFolder::checkpoint, false);
  static final InputFile JOURNAL = new InputFile("a journal", RunFolder::journal, true);

  static final InputFile SETTINGS = new InputFile("a run's settings", RunFolder::settings, false);

  private static final String HOW_TO_GET = "; ./tandem demo makes a run in runs/ that has one";

  /** The file that {@code given} means; there it is, and holds something if it must. */
  Path find(Path given) throws InputException {
    if (!Files.exists(given)) {
      throw new InputException(given + ": expected " + what + " or a run's folder, found nothing");
    }
    Path file = Files.isDirectory(given) ? inRun.apply(new RunFolder(given)) : given;
    if (!Files.exists(file)) {
      String place = given.relativize(file).toString();
      throw new InputException(
          given + ": expected a run's folder with " + place + ", found a folder without");
    }
    if (!mayBeEmpty && isEmpty(file)) {
      throw new InputException(file + ": expected " + what + ", found an empty file");
    }
    return file;
  }

  private static boolean isEmpty(Path file) throws InputException {
    try {
      return Files.size(file) == 0;
    } catch (IOException e) {
      throw new InputException(file + ": expected a file that can be read, found none");
    }
  }

  /** There is no such file; one line: where, expected, found, how to get one. */
  static final class InputException extends Exception {
    private static final long serialVersionUID = 1;

    InputException(String problem) {
      super(problem + HOW_TO_GET);
    }
  }
}
