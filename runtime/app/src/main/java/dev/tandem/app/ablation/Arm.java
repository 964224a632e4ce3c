package dev.tandem.app.ablation;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One way of teaching. */
public enum Arm {
  BOTH("demos and interventions", "person.corrects=true"),
  DEMOS_ONLY("demos only", "person.corrects=false"),
  NEITHER("neither", "person.corrects=false demos.episodes=0");

  private final String title;
  private final String changes;

  Arm(String title, String changes) {
    this.title = title;
    this.changes = changes;
  }

  public String title() {
    return title;
  }

  /** The settings of this arm. */
  RunSettings of(RunSettings base) {
    List<Setting> settings = Stream.of(changes.split(" ", -1)).map(Setting::parse).toList();
    return Configuration.load(base, Optional.empty(), settings);
  }
}
