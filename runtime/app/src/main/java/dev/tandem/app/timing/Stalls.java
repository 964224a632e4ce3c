package dev.tandem.app.timing;

import dev.tandem.runtime.os.ThreadAccount;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What may have held the control thread up since the last look: counts of the collector and of the
 * kernel. Recorder's thread.
 */
final class Stalls {
  private final List<GarbageCollectorMXBean> pauses =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(collector -> !collector.getName().contains("Cycles"))
          .toList();
  private long pausesMillis;
  private long pausesCount;
  private ThreadAccount account = new ThreadAccount(0, 0);
  private boolean begun;

  /**
   * What was counted between two looks.
   *
   * @param pauses of the collector
   * @param pausedMillis in these, rounded down
   * @param readyNanos that the control thread was ready but had no core
   */
  record Counted(long pauses, long pausedMillis, long readyNanos) {}

  /** Counts from the last look to this one. */
  Counted look(int controlThread) {
    long millis = 0;
    long count = 0;
    for (GarbageCollectorMXBean collector : pauses) {
      millis += collector.getCollectionTime();
      count += collector.getCollectionCount();
    }
    ThreadAccount now = controlThread == 0 ? account : ThreadAccount.of(controlThread);
    Counted counted =
        new Counted(
            count - pausesCount, millis - pausesMillis, now.readyNanos() - account.readyNanos());
    pausesMillis = millis;
    pausesCount = count;
    account = now;
    boolean first = !begun;
    begun |= controlThread != 0;
    return first ? new Counted(0, 0, 0) : counted;
  }
}
