package dev.tandem.app.ablation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs that know nothing of each other, some of them at the same time. */
public final class SideBySide {
  private SideBySide() {}

  /** The results in the order of the runs; the first failure ends all. */
  public static <T> List<T> run(int atOnce, List<Callable<T>> runs) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<T>> begun = new ArrayList<>();
      runs.forEach(run -> begun.add(workers.submit(run)));
      List<T> results = new ArrayList<>();
      for (Future<T> run : begun) {
        results.add(result(run));
      }
      return results;
    } finally {
      workers.shutdownNow();
    }
  }

  private static <T> T result(Future<T> run) throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("one of the runs failed: " + e.getCause(), e);
    }
  }
}
