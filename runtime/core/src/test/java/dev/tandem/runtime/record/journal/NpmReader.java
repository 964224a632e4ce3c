package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** MCAP's reference reader in another language, with packages installed below the build folder. */
final class NpmReader {
  private static final Path SOURCE = Path.of("src", "test", "npm");
  private static final Path INSTALLED = Path.of("target", "npm");
  private static final String LOCK = "package-lock.json";

  private NpmReader() {}

  static boolean isAvailable() {
    return runs("node", "--version") && runs("npm", "--version");
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
