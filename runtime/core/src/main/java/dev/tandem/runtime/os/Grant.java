package dev.tandem.runtime.os;

/**
 * What came of one wish.
 *
 * @param wish for example {@code SCHED_FIFO 80}
 * @param granted whether it holds
 * @param advice what to set so that it will be granted; empty when it was
 */
public record Grant(String wish, boolean granted, String advice) {
  /** One line: the wish, and what became of it. */
  @Override
  public String toString() {
    return granted ? wish : wish + " refused: " + advice;
  }
}
