package dev.tandem.simbridge.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that step many environments: in lockstep with {@link #step}, or each as soon as it is
 * free with {@link #send} and {@link #receive}, as EnvPool does (arXiv 2206.10558). An environment
 * is stepped by one thread at a time, and what that did is seen by whoever steps it next and by who
 * receives it. For one caller, who steps environments too whenever it would wait; allocates nothing
 * a step.
 */
public final class Crew implements AutoCloseable {
  private final IntConsumer work;
  private final WorkQueue sent;
  private final WorkQueue done;
  private final boolean[] underWay;
  private final List<Thread> workers = new ArrayList<>();
  private int underWayCount;
  private volatile @Nullable Throwable failure;

  /**
   * Starts the threads.
   *
   * @param environments that are numbered from 0
   * @param threads that step them, the caller's among them
   * @param work steps the environment of a number; any thread
   */
  public Crew(int environments, int threads, IntConsumer work) {
    this.work = work;
    this.sent = new WorkQueue(environments);
    this.done = new WorkQueue(environments);
    this.underWay = new boolean[environments];
    for (int i = 1; i < threads; i++) {
      workers.add(Thread.ofPlatform().daemon().name("sim-" + i).start(this::work));
    }
  }

  /** Throws when an environment was sent and not yet received. */
  public void requireIdle(int environment) {
    if (underWay[environment]) {
      throw new IllegalStateException("environment " + environment + " is under way; receive it");
    }
  }

  /** Steps all environments and returns when all are done. */
  public void step() throws InterruptedException {
    requireAllIdle();
    if (workers.isEmpty()) {
      for (int environment = 0; environment < underWay.length; environment++) {
        work.accept(environment);
      }
      return;
    }
    sendAll();
    receiveAll();
  }

  /** Begins to step all environments; the others' threads do what they can before the caller. */
  public void sendAll() {
    requireAllIdle();
    Arrays.fill(underWay, true);
    underWayCount = underWay.length;
    sent.putAll();
  }

  private void requireAllIdle() {
    if (underWayCount > 0) {
      throw new IllegalStateException(underWayCount + " environments are under way; receive them");
    }
  }

  /** Begins to step one environment. */
  public void send(int environment) {
    requireIdle(environment);
    underWay[environment] = true;
    underWayCount++;
    sent.put(environment);
  }

  /** Waits for all that are under way. */
  public void receiveAll() throws InterruptedException {
    while (underWayCount > 0) {
      receive();
    }
  }

  /** Waits for whichever environment is done first, and returns its number. */
  public int receive() throws InterruptedException {
    if (underWayCount == 0) {
      throw new IllegalStateException("no environment is under way; send one");
    }
    int environment = done.poll();
    if (environment == WorkQueue.NONE) {
      environment = sent.poll();
      if (environment == WorkQueue.NONE) {
        environment = done.take();
      } else {
        work.accept(environment);
      }
    }
    Throwable thrown = failure;
    if (thrown != null) {
      throw new IllegalStateException("an environment could not be stepped", thrown);
    }
    underWay[environment] = false;
    underWayCount--;
    return environment;
  }

  private void work() {
    try {
      int environment = sent.take();
      while (environment != WorkQueue.NONE) {
        tryToStep(environment);
        environment = sent.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever happens, the caller must not wait for ever. */
  private void tryToStep(int environment) {
    try {
      work.accept(environment);
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      done.put(environment);
    }
  }

  /** The threads beside the caller's. */
  public List<Thread> workers() {
    return List.copyOf(workers);
  }

  /** Waits for what other threads have under way; what none has begun is left. */
  @Override
  public void close() {
    sent.close();
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
