package dev.tandem.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** A command line run in this process, with what it printed. */
record CommandLineRun(int exit, String out, String err) {
  static CommandLineRun of(String... arguments) {
    return of(tandem -> {}, arguments);
  }

  /** The same with something done to the command line before it runs. */
  static CommandLineRun of(Consumer<Tandem> prepare, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Tandem tandem = new Tandem(stream(out), stream(err));
    prepare.accept(tandem);
    int exit = tandem.run(arguments);
    return new CommandLineRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  String lastLine() {
    List<String> lines = out.lines().toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
