package dev.tandem.app.bench;

import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a control loop has to share the virtual machine with: a learner at work, garbage. */
public final class LoopCompany {
  private static final int BLOCK_BYTES = 1024;
  private static final int BLOCKS_KEPT = 65_536;
  private static final long GARBAGE_BYTES_PER_SECOND = 200_000_000;
  private static final long SLICE_NANOS = 1_000_000;
  private static final double SECONDS_PER_NANO = 1e-9;

  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;

  /** Lets a learner update without a pause. */
  public LoopCompany learner(Supplier<Learner> maker, int features, int actions) {
    return start(
        "learner",
        () -> {
          try (Learner learner = maker.get()) {
            Batch batch = LearnerBench.batch(learner.batchRows(), features, actions, 1);
            while (!over) {
              learner.update(batch);
            }
          }
        });
  }

  /** Allocates 200 MB a second, of which 64 MB stay alive for a while. */
  public LoopCompany garbage() {
    return start("garbage", this::allocate);
  }

  private void allocate() {
    Clock clock = new SystemClock();
    byte[][] kept = new byte[BLOCKS_KEPT][];
    long perSlice = (long) (GARBAGE_BYTES_PER_SECOND * SLICE_NANOS * SECONDS_PER_NANO);
    int next = 0;
    while (!over) {
      long until = clock.nanoTime() + SLICE_NANOS;
      for (long bytes = 0; bytes < perSlice; bytes += BLOCK_BYTES) {
        kept[next] = new byte[BLOCK_BYTES];
        next = (next + 1) % BLOCKS_KEPT;
      }
      clock.awaitNanos(until);
    }
  }

  private LoopCompany start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
    return this;
  }

  /** Sends everybody home and waits until they have gone. */
  public void end() throws InterruptedException {
    over = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
