package dev.tandem.runtime.act;

import dev.tandem.runtime.time.HotPath;

/** What a filter, or the gate as a whole, says of a command; worse ones come later. */
public enum Verdict {
  PASSED,
  MODIFIED,
  STOP;

  @HotPath
  public Verdict worse(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
