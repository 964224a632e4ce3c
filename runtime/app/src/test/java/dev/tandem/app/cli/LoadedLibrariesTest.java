package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose functions TensorFlow calls, in a process that rendered pictures before it loaded it. */
final class LoadedLibrariesTest {
  /** As the dynamic linker writes with LD_DEBUG: who calls, and whose it gets. */
  private static final Pattern BOUND =
      Pattern.compile("binding file \\S*/libtensorflow_\\w+\\.so\\S* \\[0] to \\S*/(\\S+) \\[0]");

  @TempDir private Path folder = Path.of("");

  @Test
  void tensorFlowCallsItsOwnCompilerNotThatOfTheOpenGlDriver()
      throws IOException, InterruptedException {
    Set<String> called = new TreeSet<>();
    Process process = encoderTraining();
    try (BufferedReader lines = process.inputReader(StandardCharsets.ISO_8859_1)) {
      lines.lines().map(BOUND::matcher).filter(Matcher::find).forEach(m -> called.add(m.group(1)));
    }
    assertEquals(0, process.waitFor());
    assertTrue(Files.exists(folder.resolve("encoder")), "pictures were rendered and learnt from");
    assertTrue(called.contains("libtensorflow_framework.so.2"), called::toString);
    called.removeIf(
        library -> library.startsWith("libtensorflow") || SYSTEM.contains(bare(library)));
    assertEquals(Set.of(), called);
  }

  /** There is one of each in a process, whoever asks for it. */
  private static final Set<String> SYSTEM =
      Set.of(
          "libc",
          "libm",
          "libdl",
          "librt",
          "libpthread",
          "libstdc++",
          "libgcc_s",
          "ld-linux-x86-64");

  private static String bare(String library) {
    return library.substring(0, library.indexOf(".so"));
  }

  private Process encoderTraining() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "encoder",
                "train",
                "--out",
                folder.resolve("encoder").toString(),
                "--set",
                "task=pick-cube",
                "--set",
                "simulator=mujoco",
                "--set",
                "cameras=[{name: front, width: 16, height: 16}]",
                "--set",
                "encoder.pictures=60",
                "--set",
                "encoder.steps=4"));
    builder.environment().put("LD_DEBUG", "bindings");
    return builder.redirectErrorStream(true).start();
  }
}
