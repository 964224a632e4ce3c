package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** MCAP's reference reader in another language, with packages installed below the build folder. */
final class NpmReader {
  private static final String MISSING =
      "node or npm is missing, so no journal was read with MCAP's own reader; install them:"
          + " scripts/setup.sh --tests (on Debian: apt-get install nodejs npm)";
  private static final Path SOURCE = Path.of("src", "test", "npm");
  private static final Path INSTALLED = Path.of("target", "npm");
  private static final String LOCK = "package-lock.json";

  private NpmReader() {}

  static boolean isAvailable() {
    return runs("node", "--version") && runs("npm", "--version");
  }

  /**
   * Where it is missing: fails under {@code .ci/run}, which installs it; elsewhere says so on
   * standard error, since a build's output names no reasons, and skips.
   */
  static void require(boolean available, boolean skippable) {
    if (available) {
      return;
    }
    assertTrue(skippable, MISSING);
    System.err.println("SKIPPED: " + MISSING);
    throw new TestAbortedException(MISSING);
  }

  /** False where every test has to run. */
  static boolean isSkippable() {
    return System.getenv("TANDEM_TESTS_SKIP_NOTHING") == null;
  }

  /** Installs what the lock names, unless that has happened already. */
  static void install() throws IOException, InterruptedException {
    Path lock = INSTALLED.resolve(LOCK);
    boolean installed =
        Files.exists(INSTALLED.resolve("node_modules"))
            && Files.exists(lock)
            && Arrays.equals(Files.readAllBytes(lock), Files.readAllBytes(SOURCE.resolve(LOCK)));
    Files.createDirectories(INSTALLED);
    copy("read-journal.mjs");
    if (!installed) {
      copy("package.json");
      copy(LOCK);
      run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
    }
  }

  /** The one line of JSON that the script prints. */
  static String read(Path journal, String mode) throws IOException, InterruptedException {
    return run("node", "read-journal.mjs", journal.toAbsolutePath().toString(), mode);
  }

  private static void copy(String name) throws IOException {
    Files.copy(SOURCE.resolve(name), INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(INSTALLED.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), List.of(command) + " said: " + output);
    return output;
  }

  private static boolean runs(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
