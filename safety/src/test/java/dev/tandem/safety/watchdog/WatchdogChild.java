package dev.tandem.safety.watchdog;

import dev.tandem.runtime.os.DeadlineClock;
import dev.tandem.runtime.os.RealTime;
import dev.tandem.runtime.os.RealTimeConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** A watchdog for {@link WatchdogProcessTest}: runs until it is killed. */
final class WatchdogChild {
  private WatchdogChild() {}

  public static void main(String[] arguments) {
    RealTime.apply(new RealTimeConfig(60, -1, false));
    WatchdogLimits limits = WatchdogLimits.faultMatrix();
    Watch watch = new Watch(Path.of(arguments[0]), limits, List.of(), new SecureRandom());
    System.out.println("READY");
    new WatchdogThread(watch, new DeadlineClock(0)).run();
  }
}
