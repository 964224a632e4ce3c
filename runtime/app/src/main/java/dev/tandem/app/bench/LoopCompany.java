package dev.tandem.app.bench;

import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a control loop has to share the virtual machine with: a learner at work, garbage. Each is
 * warm when its method returns: a robot is not armed either while its learner is being compiled.
 */
public final class LoopCompany {
  private static final int WARM_UPDATES = 2000;
  private static final int BLOCK_BYTES = 1024;
  private static final int BLOCKS_KEPT = 65_536;
  private static final long GARBAGE_BYTES_PER_SECOND = 200_000_000;
  private static final long SLICE_NANOS = 1_000_000;
  private static final double SECONDS_PER_NANO = 1e-9;

  private final List<FutureTask<Void>> works = new ArrayList<>();
  private volatile boolean over;

  /** Lets a learner update without a pause. */
  public void learner(Supplier<Learner> maker, int features, int actions)
      throws InterruptedException {
    start("learner", warm -> learn(maker, features, actions, warm));
  }

  private void learn(Supplier<Learner> maker, int features, int actions, CountDownLatch warm) {
    try (Learner learner = maker.get()) {
      Batch batch = LearnerLoad.batch(learner.batchRows(), features, actions, 1);
      for (long update = 0; !over; update++) {
        learner.update(batch);
        if (update == WARM_UPDATES) {
          warm.countDown();
        }
      }
    }
  }

  /** Allocates 200 MB a second, of which 64 MB stay alive for a while. */
  public void garbage() throws InterruptedException {
    start("garbage", this::allocate);
  }

  private void allocate(CountDownLatch warm) {
    Clock clock = new SystemClock();
    byte[][] kept = new byte[BLOCKS_KEPT][];
    long perSlice = (long) (GARBAGE_BYTES_PER_SECOND * SLICE_NANOS * SECONDS_PER_NANO);
    int next = 0;
    while (!over) {
      long until = clock.nanoTime() + SLICE_NANOS;
      for (long bytes = 0; bytes < perSlice; bytes += BLOCK_BYTES) {
        kept[next] = new byte[BLOCK_BYTES];
        next = (next + 1) % BLOCKS_KEPT;
        if (next == 0) {
          warm.countDown();
        }
      }
      clock.awaitNanos(until);
    }
  }

  private void start(String name, Consumer<CountDownLatch> work) throws InterruptedException {
    CountDownLatch warm = new CountDownLatch(1);
    FutureTask<Void> task =
        new FutureTask<>(() -> work.accept(warm), null) {
          @Override
          protected void done() {
            warm.countDown();
          }
        };
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    works.add(task);
    warm.await();
  }

  /**
   * Sends everybody home and waits until they have gone.
   *
   * @throws IllegalStateException if one of them failed on the way: the loop was alone then
   */
  public void end() throws InterruptedException {
    over = true;
    for (FutureTask<Void> work : works) {
      LoopBench.get(work);
    }
  }
}
