package dev.tandem.app.robot;

import dev.tandem.app.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a robot's file, from disk or as shipped. */
final class RobotText {
  static final String SHIPPED = "robots/arm7.yaml";

  private static final String RESOURCE = "/dev/tandem/" + SHIPPED;

  private RobotText() {}

  /** Of this file; of the shipped one when the name is empty. */
  static String read(String file) {
    return file.isEmpty() ? shipped() : read(Path.of(file));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(file.toString(), "expected UTF-8 text, found other bytes");
    } catch (IOException e) {
      throw new ConfigurationException(
          "robot.file", "expected a file that can be read, found " + file);
    }
  }

  private static String shipped() {
    try (InputStream in = RobotText.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + ": expected on the class path; rebuild");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }
}
