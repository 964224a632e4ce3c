package dev.tandem.simbridge.batch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers of environments, first in, first out, each at most once. Who waits looks for some
 * microseconds before it sleeps, as waking up takes as long as some steps do. Allocates nothing.
 */
final class WorkQueue {
  /** Nothing there. */
  static final int NONE = -1;

  private static final int LOOKS = 2_000;

  private final int[] ring;
  private int first;
  private final AtomicInteger size = new AtomicInteger();
  private volatile boolean closed;

  WorkQueue(int environments) {
    this.ring = new int[environments];
  }

  synchronized void put(int environment) {
    append(environment);
    notify();
  }

  /** All environments in their order. */
  synchronized void putAll() {
    for (int environment = 0; environment < ring.length; environment++) {
      append(environment);
    }
    notifyAll();
  }

  private void append(int environment) {
    ring[(first + size.getAndIncrement()) % ring.length] = environment;
  }

  /** Without waiting. */
  int poll() {
    return size.get() == 0 ? NONE : next();
  }

  private synchronized int next() {
    if (size.get() == 0) {
      return NONE;
    }
    int environment = ring[first];
    first = (first + 1) % ring.length;
    size.getAndDecrement();
    return environment;
  }

  /** Waits; {@link #NONE} when the queue was closed. */
  int take() throws InterruptedException {
    for (int look = 0; look < LOOKS && !closed; look++) {
      int environment = poll();
      if (environment != NONE) {
        return environment;
      }
      Thread.onSpinWait();
    }
    return sleepAndTake();
  }

  private synchronized int sleepAndTake() throws InterruptedException {
    while (size.get() == 0 && !closed) {
      wait();
    }
    return closed ? NONE : next();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
