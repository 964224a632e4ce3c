package dev.tandem.policies.jvm;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that do the tasks of a phase together; the calling thread is one of them and returns when
 * all are done. Each has a share of its own and then takes from the others', so that a thread that
 * does not get its core holds up little. Threads without work look for some for a moment and then
 * park; at once while cores are taken from them ({@link Patience}). Allocates nothing per phase.
 * One calling thread at a time.
 */
final class Crew implements AutoCloseable {
  /** One phase; tasks run in any order and at the same time. */
  interface Phase {
    void run(int task);
  }

  /** Shares stand in cache lines of their own. */
  private static final int SPACING = 16;

  private final int threads;
  private final Clock clock;
  private final Patience patience;
  private final Worker[] workers;

  /** Of each share the next task in the upper half and the end in the lower half. */
  private final AtomicLongArray shares;

  private final AtomicInteger open = new AtomicInteger();
  private Phase phase = task -> {};
  private volatile Thread caller = Thread.currentThread();
  private final AtomicInteger phases = new AtomicInteger();
  private volatile boolean closed;
  private volatile boolean callerParked;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  Crew(int threads) {
    this(threads, new SystemClock(), new Patience());
  }

  Crew(int threads, Clock clock, Patience patience) {
    if (threads < 1) {
      throw new IllegalArgumentException("learner: threads must be >= 1, got " + threads);
    }
    this.threads = threads;
    this.clock = clock;
    this.patience = patience;
    this.shares = new AtomicLongArray(threads * SPACING);
    this.workers = new Worker[threads - 1];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker(i + 1);
      workers[i].start();
    }
  }

  /** Does tasks {@code 0 .. tasks - 1} of {@code next}. */
  void run(Phase next, int tasks) {
    if (threads == 1 || tasks == 1) {
      for (int task = 0; task < tasks; task++) {
        next.run(task);
      }
      return;
    }
    long start = clock.nanoTime();
    publish(next, tasks);
    work(0);
    long done = clock.nanoTime();
    awaitOthers();
    patience.phase(done - start, clock.nanoTime() - done);
    passOnFailures();
  }

  private void passOnFailures() {
    Throwable first = failures.poll();
    if (first == null) {
      return;
    }
    IllegalStateException failed =
        new IllegalStateException("a thread of the learner failed: " + first, first);
    for (Throwable next = failures.poll(); next != null; next = failures.poll()) {
      failed.addSuppressed(next);
    }
    throw failed;
  }

  @Override
  public void close() {
    closed = true;
    for (Worker worker : workers) {
      LockSupport.unpark(worker);
    }
  }

  private void publish(Phase next, int tasks) {
    caller = Thread.currentThread();
    phase = next;
    open.set(tasks);
    for (int share = 0; share < threads; share++) {
      long from = (long) share * tasks / threads;
      long to = (share + 1L) * tasks / threads;
      shares.set(share * SPACING, from << 32 | to);
    }
    phases.getAndIncrement();
    for (Worker worker : workers) {
      if (worker.parked) {
        LockSupport.unpark(worker);
      }
    }
  }

  /** Takes tasks of its own share first, then of those after it. */
  private void work(int thread) {
    for (int i = 0; i < threads; i++) {
      int share = (thread + i) % threads * SPACING;
      for (int task = take(share); task >= 0; task = take(share)) {
        complete(task);
      }
    }
  }

  private void complete(int task) {
    try {
      phase.run(task);
    } catch (RuntimeException | Error e) {
      failures.add(e);
    }
    if (open.decrementAndGet() == 0 && callerParked) {
      LockSupport.unpark(caller);
    }
  }

  /** The next task, or -1 when there is none. */
  private int take(int share) {
    long now = shares.get(share);
    while (now >>> 32 < (now & 0xffffffffL)) {
      if (shares.compareAndSet(share, now, now + (1L << 32))) {
        return (int) (now >>> 32);
      }
      now = shares.get(share);
    }
    return -1;
  }

  private void awaitOthers() {
    int looks = patience.looks();
    for (int look = 0; look < looks && open.get() > 0; look++) {
      Thread.onSpinWait();
    }
    while (open.get() > 0) {
      callerParked = true;
      if (open.get() > 0) {
        LockSupport.park(this);
      }
      callerParked = false;
    }
  }

  /** A thread besides the caller. */
  private final class Worker extends Thread {
    private final int number;
    private volatile boolean parked;

    Worker(int number) {
      super(JvmLearner.THREAD_NAMES + number);
      this.number = number;
      setDaemon(true);
    }

    @Override
    public void run() {
      int seen = phases.get();
      while (!closed) {
        work(number);
        awaitPhaseAfter(seen);
        seen = phases.get();
      }
    }

    private void awaitPhaseAfter(int seen) {
      int looks = patience.looks();
      for (int look = 0; look < looks && phases.get() == seen; look++) {
        Thread.onSpinWait();
      }
      while (phases.get() == seen && !closed) {
        parked = true;
        if (phases.get() == seen && !closed) {
          LockSupport.park(Crew.this);
        }
        parked = false;
      }
    }
  }
}
