package dev.tandem.app.bench;

import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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
  private static final int BLOCKS_PER_SLICE =
      (int) (GARBAGE_BYTES_PER_SECOND * SLICE_NANOS / 1_000_000_000 / BLOCK_BYTES);

  private final List<FutureTask<Void>> works = new ArrayList<>();

  /** Read by who works, written by who wants quiet; fair, so that no work keeps quiet waiting. */
  private final ReadWriteLock quiet = new ReentrantReadWriteLock(true);

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
        work(() -> learner.update(batch));
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
    Garbage garbage = new Garbage();
    while (!over) {
      long until = clock.nanoTime() + SLICE_NANOS;
      work(garbage::slice);
      if (garbage.blocks >= BLOCKS_KEPT) {
        warm.countDown();
      }
      clock.awaitNanos(until);
    }
  }

  /** What is allocated; the oldest of it is let go. */
  private static final class Garbage {
    private final byte[][] kept = new byte[BLOCKS_KEPT][];
    private long blocks;

    void slice() {
      for (int i = 0; i < BLOCKS_PER_SLICE; i++) {
        kept[(int) (blocks++ % BLOCKS_KEPT)] = new byte[BLOCK_BYTES];
      }
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

  private void work(Runnable piece) {
    whileHolding(quiet.readLock(), piece);
  }

  /** Lets everybody finish the piece of work at hand and rest while {@code looking} runs. */
  public void restWhile(Runnable looking) {
    whileHolding(quiet.writeLock(), looking);
  }

  private static void whileHolding(Lock lock, Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
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
