package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IncubatorWarningTest {
  private static final int LINE_COLUMNS =
      "WARNING: Using incubator modules: jdk.incubator.vector".length();

  private static String erased(List<String> modules, int columns) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new IncubatorWarning(modules)
        .erase(new PrintStream(out, true, StandardCharsets.UTF_8), columns);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void takesBackTheOneLineThatWasPrinted() {
    List<String> modules = List.of("java.base", "jdk.incubator.vector");
    assertEquals("\033[1A\033[2K", erased(modules, LINE_COLUMNS + 1));
  }

  @Test
  void erasesNothingWhenNoModuleIncubates() {
    assertEquals("", erased(List.of("java.base"), 80));
  }

  @Test
  void leavesALineThatATerminalHadToBreak() {
    assertEquals("", erased(List.of("jdk.incubator.vector"), LINE_COLUMNS));
  }
}
