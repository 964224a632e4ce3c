package dev.tandem.app.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * The line by which the virtual machine says on standard error, before any code of ours runs, that
 * the Vector API incubates. No option stops it; on a terminal it is taken back.
 */
final class IncubatorWarning {
  private static final String BEFORE_THE_MODULE = "WARNING: Using incubator modules: ";
  private static final String ERASE_LINE_ABOVE = "\033[1A\033[2K";

  private final String line;

  /** As it stands for these modules, of which some may incubate. */
  IncubatorWarning(List<String> modules) {
    List<String> incubating =
        modules.stream().filter(name -> name.startsWith("jdk.incubator.")).toList();
    line = incubating.isEmpty() ? "" : BEFORE_THE_MODULE + String.join(", ", incubating);
  }

  static IncubatorWarning ofThisMachine() {
    return new IncubatorWarning(
        ModuleLayer.boot().modules().stream().map(Module::getName).toList());
  }

  /** Only when it was printed, and on one line of a terminal so wide. */
  void erase(PrintStream terminal, int columns) {
    if (!line.isEmpty() && line.length() < columns) {
      terminal.print(ERASE_LINE_ABOVE);
    }
  }
}
