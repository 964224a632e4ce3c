package dev.tandem.safety.authority;

import dev.tandem.runtime.time.HotPath;

/** Grants so many recoveries in any minute. Control thread. */
final class RecoveryLimit {
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final long[] grantedNanos;
  private int granted;

  RecoveryLimit(int perMinute) {
    this.grantedNanos = new long[perMinute];
  }

  /** For how long none is granted; 0 when the next one is. */
  @HotPath
  long waitNanos(long nowNanos) {
    long oldestNanos = grantedNanos[granted % grantedNanos.length];
    boolean all = granted >= grantedNanos.length;
    return all ? Math.max(0, oldestNanos + MINUTE_NANOS - nowNanos) : 0;
  }

  @HotPath
  boolean grant(long nowNanos) {
    if (waitNanos(nowNanos) > 0) {
      return false;
    }
    grantedNanos[granted % grantedNanos.length] = nowNanos;
    granted++;
    return true;
  }
}
