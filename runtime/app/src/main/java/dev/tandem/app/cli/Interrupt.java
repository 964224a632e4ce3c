package dev.tandem.app.cli;

import dev.tandem.app.report.Announcer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C or a polite kill: asks a run that looks for it to end in order, and holds the process
 * until it has, {@value #MAX_WAIT_SECONDS} seconds at most. A command that does not look ends at
 * once. The virtual machine itself then exits with 128 plus the signal's number.
 */
final class Interrupt {
  private static final int MAX_WAIT_SECONDS = 10;

  /** With a terminal that takes nothing: it is no reason to live on. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Duration wait;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean watched;
  private volatile boolean asked;

  Interrupt() {
    this(Duration.ofSeconds(MAX_WAIT_SECONDS));
  }

  Interrupt(Duration wait) {
    this.wait = wait;
  }

  /** Signals come as shutdown hooks; so does a normal exit, which must not find a run. */
  void install(PrintStream err) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ask(err), "interrupt"));
  }

  /** Asks, and says so when the run does not end in time. */
  void ask(PrintStream err) {
    if (ask()) {
      return;
    }
    try (Announcer say = new Announcer(err::println, PATIENCE)) {
      say.accept(
          "tandem: the run did not end within "
              + wait.toSeconds()
              + " s, in the middle of an update perhaps: ended without it; its journal is kept, and"
              + " ./tandem train --resume goes on from it");
    }
  }

  /** Whether to end, for a run that will; from now on its end is waited for. */
  BooleanSupplier watch() {
    watched = true;
    return () -> asked;
  }

  /** Everything was said and written. */
  void ended() {
    ended.countDown();
  }

  /** Asks, and waits for the run's end; false when it did not come in time. */
  boolean ask() {
    asked = true;
    try {
      return !watched || ended.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
