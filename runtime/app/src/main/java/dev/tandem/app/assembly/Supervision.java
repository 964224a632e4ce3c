package dev.tandem.app.assembly;

import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.AuthorityConfig;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.monitor.HealthMonitor;
import dev.tandem.safety.monitor.ObservationMonitor;
import java.util.List;

/** The arm's authority with its monitors, strongest reactions first. */
public final class Supervision {
  private Supervision() {}

  /** For a simulated arm, whose person is a script; armed. */
  public static Authority scripted(SignalSpec observation) {
    Authority authority =
        new Authority(
            observation, AuthorityConfig.scripted(), monitors(), new Operator(words -> {}));
    authority.restart();
    return authority;
  }

  private static List<Monitor> monitors() {
    return List.of(
        HealthMonitor.command(),
        new ObservationMonitor(),
        HealthMonitor.sensor(),
        HealthMonitor.actuator(),
        HealthMonitor.action());
  }
}
