package dev.tandem.app.cli;

import dev.tandem.app.report.JsonObject;
import java.io.PrintStream;

/**
 * Where a command speaks. Results go to standard output; with {@code --json} that belongs to the
 * one JSON object, and everything for people goes to standard error.
 */
final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;

  Console(PrintStream out, PrintStream err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  /** A line of the result, for people. */
  void say(String line) {
    (json ? err : out).println(line);
  }

  /** A line beside the result. */
  void note(String line) {
    err.println(line);
  }

  /** The result for programs: the last line of standard output. */
  void result(JsonObject object) {
    if (json) {
      out.println(object);
    }
  }

  PrintStream err() {
    return err;
  }
}
