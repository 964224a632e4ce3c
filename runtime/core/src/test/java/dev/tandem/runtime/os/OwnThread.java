package dev.tandem.runtime.os;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** A thread that lives as long as one test's work, so that what is done to it ends with it. */
final class OwnThread {
  private OwnThread() {}

  static <T> T call(String name, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, name);
    thread.start();
    thread.join();
    return task.get();
  }
}
