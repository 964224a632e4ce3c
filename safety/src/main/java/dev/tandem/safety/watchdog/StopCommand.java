package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.HotPath;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stops the drives by a command of the machine, for example one that opens a relay. Started by a
 * thread of its own, so that the watchdog never waits for it; its environment has {@code
 * TANDEM_STOP_CAUSE}. A command that does not end in time is destroyed with all its children: a
 * stop that comes meanwhile or later runs it anew.
 */
public final class StopCommand implements DriveStop, AutoCloseable {
  private final Function<TripCause, Optional<String>> program;
  private final Consumer<String> problems;
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private final Thread thread;
  private volatile TripCause cause = TripCause.NONE;
  private volatile long asked;
  private volatile long failures;
  private volatile boolean closed;

  /**
   * @param program runs it and waits for its end, as {@link StopProgram#run}; says what went wrong
   * @param problems gets one line when something did
   */
  public StopCommand(Function<TripCause, Optional<String>> program, Consumer<String> problems) {
    this.program = program;
    this.problems = problems;
    this.thread = Thread.ofPlatform().name("stop command").daemon().start(this::run);
  }

  @Override
  @HotPath
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer, the watchdog's thread
  public void stop(TripCause because) {
    cause = because;
    asked++;
    LockSupport.unpark(thread);
  }

  @Override
  @HotPath
  public long failures() {
    return failures;
  }

  private void run() {
    long done = 0;
    while (!closed || done != asked) {
      if (done == asked) {
        LockSupport.park(this);
      } else {
        done = asked;
        execute();
      }
    }
    ended.complete(true);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer, this object's thread
  private void execute() {
    Optional<String> problem = attempt();
    if (problem.isPresent()) {
      failures++;
      problems.accept(problem.get());
    }
  }

  /** Whatever is thrown, for want of memory or threads perhaps: the next stop needs this thread. */
  private Optional<String> attempt() {
    try {
      return program.apply(cause);
    } catch (RuntimeException | Error e) {
      return Optional.of("stop command: expected to start it, found " + e);
    }
  }

  /** Waits until a command that was asked for has ended or was destroyed. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    ended.join();
  }
}
