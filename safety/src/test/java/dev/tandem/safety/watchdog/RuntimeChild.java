package dev.tandem.safety.watchdog;

import dev.tandem.runtime.guard.Heartbeat.Pulse;
import dev.tandem.runtime.os.DeadlineClock;
import dev.tandem.runtime.os.RealTime;
import dev.tandem.runtime.os.RealTimeConfig;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * A control thread for {@link WatchdogProcessTest}: beats every millisecond until it is killed, and
 * says when its pulse changes, with the time.
 */
final class RuntimeChild {
  private RuntimeChild() {}

  public static void main(String[] arguments) {
    RealTime.apply(new RealTimeConfig(50, -1, false));
    DeadlineClock clock = new DeadlineClock(0);
    RuntimeHeartbeat heartbeat = new RuntimeHeartbeat(Path.of(arguments[0]), new SecureRandom());
    System.out.println("READY");
    Pulse said = Pulse.SILENT;
    while (true) {
      long nowNanos = clock.nanoTime();
      Pulse pulse = heartbeat.beat(nowNanos);
      if (pulse != said) {
        said = pulse;
        System.out.println(pulse + " " + nowNanos);
      }
      clock.awaitNanos(nowNanos + 1_000_000);
    }
  }
}
