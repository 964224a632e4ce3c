package dev.tandem.app.ablation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs that know nothing of each other, some of them at the same time. */
public final class SideBySide {
  private SideBySide() {}

  /**
   * One of them.
   *
   * @param name for people, when it fails
   */
  public record Run<T>(String name, Supplier<T> work) {
    private T result() {
      try {
        return work.get();
      } catch (RuntimeException e) {
        throw new FailedRunException(name, e);
      }
    }
  }

  /**
   * The results in the order of the runs; the first failure ends all.
   *
   * @throws FailedRunException when one failed
   */
  public static <T> List<T> run(int atOnce, List<Run<T>> runs) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<T>> begun = new ArrayList<>();
      runs.forEach(run -> begun.add(workers.submit(run::result)));
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
      if (e.getCause() instanceof FailedRunException failed) {
        throw failed;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e);
    }
  }
}
