package dev.tandem.app.settings;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Settings as people give them: on the command line, and in a file. */
record SettingsInFile(Path folder) {
  /** The defaults but for {@code key=value}. */
  static RunSettings set(String setting) {
    return Configuration.load(
        RunSettings.defaults(), Optional.empty(), List.of(Setting.parse(setting)));
  }

  /** What a file says that these were written to. */
  RunSettings writtenAndRead(RunSettings settings) throws IOException {
    return read("config.yaml", Configuration.write(settings));
  }

  /** Why a file of this text is refused. */
  String refusal(String name, String text) {
    var error = assertThrows(ConfigurationException.class, () -> read(name, text));
    return String.valueOf(error.getMessage());
  }

  private RunSettings read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Configuration.load(RunSettings.defaults(), Optional.of(file), List.of());
  }
}
