package dev.tandem.app.robot;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.SettingsText;
import java.io.IOException;
import java.nio.file.Path;

/** The text of a robot's file on disk. */
final class RobotText {
  private RobotText() {}

  static String read(Path file) {
    try {
      return SettingsText.read(file);
    } catch (IOException e) {
      throw new ConfigurationException(
          "robot.file", "expected a file that can be read, found " + file);
    }
  }
}
