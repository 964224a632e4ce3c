package dev.tandem.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RobotSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SettingsTextTest {
  @TempDir private Path folder = Path.of("");

  private static String complaint(Executable call) {
    return String.valueOf(assertThrows(ConfigurationException.class, call).getMessage());
  }

  @Test
  void isNotWaitedForInAPipeThatNobodyWritesInto() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.yaml");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    String expected =
        pipe
            + ": expected a regular file, found a pipe, a socket or a device; name a file with text";
    assertEquals(expected, complaint(() -> SettingsText.read(pipe)));
    RobotSettings robot = new RobotSettings(pipe.toString(), "");
    assertEquals(expected, complaint(() -> Robot.of(robot)));
  }
}
