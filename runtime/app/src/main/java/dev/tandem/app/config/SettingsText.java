package dev.tandem.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file that people write settings or a robot's limits in. */
public final class SettingsText {
  /**
   * A hundred times what the longest of them has; more is another file, and takes long to parse.
   */
  static final int MAX_BYTES = 1 << 20;

  private SettingsText() {}

  /**
   * Reads it, and no more of it than it may have. What is no regular file is not opened: a pipe
   * that nobody writes into would be waited for.
   *
   * @throws ConfigurationException when it is no regular file, too large, or not of UTF-8
   * @throws IOException when it cannot be read
   */
  public static String read(Path file) throws IOException {
    requireRegular(file);
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      long found = Math.max(Files.size(file), bytes.length);
      throw new ConfigurationException(
          file.toString(),
          "expected settings of at most %d bytes, found %d or more; name the right file"
              .formatted(MAX_BYTES, found));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(file.toString(), "expected UTF-8 text, found other bytes");
    }
  }

  /** One that is not there is left to whoever opens it. */
  private static void requireRegular(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      String found = Files.isDirectory(file) ? "a folder" : "a pipe, a socket or a device";
      throw new ConfigurationException(
          file.toString(), "expected a regular file, found " + found + "; name a file with text");
    }
  }
}
