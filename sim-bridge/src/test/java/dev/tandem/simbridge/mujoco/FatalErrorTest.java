package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FatalErrorTest {
  @TempDir private Path folder = Path.of("");

  /** A process of its own, as it does not come back. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Throwable {
      Functions functions = Mujoco.shared().functions();
      try (Arena arena = Arena.ofConfined()) {
        Functions.handle(FunctionDescriptor.ofVoid(ADDRESS))
            .invoke(functions.symbol("mju_error"), arena.allocateFrom("Stack overflow"));
      }
      System.out.println("went on");
    }
  }

  @Test
  void endsTheProcessWithMujocosWordsAndWaitsForNoKey() throws IOException, InterruptedException {
    Natives.mujoco();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    assertTrue(child.waitFor(60, TimeUnit.SECONDS), "its standard input is open");
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, child.exitValue(), said);
    assertTrue(said.contains("tandem: MuJoCo cannot go on: Stack overflow; "), said);
    assertFalse(said.contains("went on"), said);
    assertFalse(Files.exists(folder.resolve("MUJOCO_LOG.TXT")));
  }
}
