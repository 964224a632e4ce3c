package dev.tandem.app.train;

import dev.tandem.app.assembly.Served;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.simbridge.remote.Conversation;
import dev.tandem.simbridge.remote.ProtocolException;
import dev.tandem.simbridge.remote.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a server would serve, by the names of task and simulator. */
final class ServedExample {
  private ServedExample() {}

  static Served of(String task, String simulator) {
    return new Served(settings(task, simulator));
  }

  static Conversation open(String task, String simulator) throws ProtocolException {
    return of(task, simulator).open(Role.TASK, false);
  }

  static RunSettings settings(String task, String simulator, String... more) {
    List<Setting> all = new ArrayList<>();
    all.add(new Setting("test", "task", task));
    all.add(new Setting("test", "simulator", "'" + simulator + "'"));
    for (String each : more) {
      int equals = each.indexOf('=');
      all.add(new Setting("test", each.substring(0, equals), each.substring(equals + 1)));
    }
    return Configuration.load(RunSettings.defaults(), Optional.empty(), all, settings -> {});
  }
}
