package dev.tandem.app.report;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Tells people on a thread of its own, in order: whoever hears a stop, stops drives or ends a run
 * must not wait for a terminal that takes nothing. What is too much for it is counted, and told as
 * a number. Any thread.
 */
public final class Announcer implements Consumer<String>, AutoCloseable {
  private static final int MOST_WAITING = 1000;
  private static final String END = "";

  private final Consumer<String> say;
  private final Duration patience;
  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING + 1);
  private final AtomicInteger untold = new AtomicInteger();
  private final Thread thread;

  /**
   * Begins at once.
   *
   * @param say tells people a line, for as long as that takes
   * @param patience with it at the end
   */
  public Announcer(Consumer<String> say, Duration patience) {
    this.say = say;
    this.patience = patience;
    this.thread = Thread.ofPlatform().name("announcer").daemon().start(this::tell);
  }

  /** Returns at once; an empty line is none. */
  @Override
  public void accept(String line) {
    if (!line.isEmpty() && (waiting.size() >= MOST_WAITING || !waiting.offer(line))) {
      untold.incrementAndGet();
    }
  }

  private void tell() {
    try {
      for (String line = waiting.take(); !line.equals(END); line = waiting.take()) {
        say.accept(line);
        int lost = untold.getAndSet(0);
        if (lost > 0) {
          say.accept(lost + " lines were not told: nobody took them");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells what waits, unless that takes longer than its patience; more than once is harmless. */
  @Override
  public void close() {
    if (!waiting.offer(END)) {
      return;
    }
    try {
      thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
