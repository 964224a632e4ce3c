package dev.tandem.app.train;

import dev.tandem.app.assembly.Served;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.simbridge.remote.Conversation;
import dev.tandem.simbridge.remote.Role;
import java.util.List;
import java.util.Optional;

/** What a server would serve, by the names of task and simulator. */
final class ServedExample {
  private ServedExample() {}

  static Served of(String task, String simulator) {
    return new Served(settings(task, simulator));
  }

  static Conversation open(String task, String simulator) {
    return of(task, simulator).open(Role.TASK, false);
  }

  static RunSettings settings(String task, String simulator) {
    return Configuration.load(
        RunSettings.defaults(),
        Optional.empty(),
        List.of(
            new Setting("test", "task", task),
            new Setting("test", "simulator", "'" + simulator + "'")),
        settings -> {});
  }
}
