package dev.tandem.app.robot;

import dev.tandem.app.config.ConfigurationException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a robot's file on disk. */
final class RobotText {
  private RobotText() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(file.toString(), "expected UTF-8 text, found other bytes");
    } catch (IOException e) {
      throw new ConfigurationException(
          "robot.file", "expected a file that can be read, found " + file);
    }
  }
}
