package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.HotPath;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Stops the drives by a command of the machine, for example one that opens a relay. Started by a
 * thread of its own, so that the watchdog never waits for it; its environment has {@code
 * TANDEM_STOP_CAUSE}.
 */
public final class StopCommand implements DriveStop, AutoCloseable {
  private final List<String> command;
  private final Consumer<String> problems;
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private final Thread thread;
  private volatile TripCause cause = TripCause.NONE;
  private volatile long asked;
  private volatile boolean closed;

  /**
   * @param command program and arguments
   * @param problems gets one line when the command cannot be started or fails
   */
  public StopCommand(List<String> command, Consumer<String> problems) {
    this.command = List.copyOf(command);
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

  private void execute() {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("TANDEM_STOP_CAUSE", cause.name());
    try {
      int exit = builder.start().onExit().join().exitValue();
      if (exit != 0) {
        problems.accept("stop command " + command + ": expected exit code 0, found " + exit);
      }
    } catch (IOException e) {
      problems.accept("stop command " + command + " cannot be started: " + e.getMessage());
    }
  }

  /** Waits until a command that was asked for has ended. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    ended.join();
  }
}
