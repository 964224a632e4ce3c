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

  @HotPath
  boolean grant(long nowNanos) {
    int oldest = granted % grantedNanos.length;
    if (granted >= grantedNanos.length && nowNanos - grantedNanos[oldest] < MINUTE_NANOS) {
      return false;
    }
    grantedNanos[oldest] = nowNanos;
    granted++;
    return true;
  }
}
