package dev.tandem.simbridge.mujoco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many worlds of one model, stepped at once: in lockstep with {@link #step}, or each as soon as it
 * is free with {@link #send} and {@link #receive}, as EnvPool does (arXiv 2206.10558). What goes in
 * and comes out is one array each, in which every environment has its row. What an environment does
 * depends on its row alone, not on threads or order. For one caller, who steps worlds too whenever
 * it would wait; stepping allocates nothing.
 */
public final class MujocoBatch implements AutoCloseable {
  private final BatchShape shape;
  private final List<MujocoState> states;
  private final double[] controls;
  private final double[] observations;
  private final int controlsEach;
  private final int observationsEach;
  private final WorkQueue sent;
  private final WorkQueue done;
  private final boolean[] underWay;
  private final List<Thread> workers;
  private int underWayCount;
  private volatile @Nullable RuntimeException failure;

  /** All worlds are in the model's first position. */
  public MujocoBatch(MujocoModel model, BatchShape shape) {
    this.shape = shape;
    this.controlsEach = model.controls();
    this.states =
        IntStream.range(0, shape.environments()).mapToObj(i -> new MujocoState(model)).toList();
    this.observationsEach = states.get(0).observations();
    this.controls = new double[shape.environments() * controlsEach];
    this.observations = new double[shape.environments() * observationsEach];
    this.sent = new WorkQueue(shape.environments());
    this.done = new WorkQueue(shape.environments());
    this.underWay = new boolean[shape.environments()];
    this.workers = new ArrayList<>();
    for (int i = 1; i < shape.threads(); i++) {
      workers.add(Thread.ofPlatform().daemon().name("sim-" + i).start(this::work));
    }
  }

  /** What goes in, [environment][control]; the caller writes a row before it steps or sends. */
  public double[] controls() {
    return controls;
  }

  /**
   * What comes out, [environment][position, speed, sensor value]; a row is whole when its
   * environment was stepped, received or reset.
   */
  public double[] observations() {
    return observations;
  }

  /** Puts one environment back to a key frame and observes it; nothing is felt there yet. */
  public void reset(int environment, int key) {
    if (underWay[environment]) {
      throw new IllegalStateException("environment " + environment + " is under way; receive it");
    }
    MujocoState state = states.get(environment);
    state.resetToKey(key);
    state.stepToForces();
    state.observe(observations, environment * observationsEach);
  }

  /** Steps all environments and returns when all are done. */
  public void step() throws InterruptedException {
    if (underWayCount > 0) {
      throw new IllegalStateException(underWayCount + " environments are under way; receive them");
    }
    if (workers.isEmpty()) {
      for (int environment = 0; environment < underWay.length; environment++) {
        advance(environment);
      }
      return;
    }
    Arrays.fill(underWay, true);
    underWayCount = underWay.length;
    sent.putAll();
    while (underWayCount > 0) {
      receive();
    }
  }

  /** Begins to step one environment. */
  public void send(int environment) {
    if (underWay[environment]) {
      throw new IllegalStateException("environment " + environment + " is under way; receive it");
    }
    underWay[environment] = true;
    underWayCount++;
    sent.put(environment);
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
        advance(environment);
      }
    }
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw new IllegalStateException("a world could not be stepped", thrown);
    }
    underWay[environment] = false;
    underWayCount--;
    return environment;
  }

  private void work() {
    try {
      int environment = sent.take();
      while (environment != WorkQueue.NONE) {
        tryToAdvance(environment);
        environment = sent.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever happens, the caller must not wait for ever. */
  private void tryToAdvance(int environment) {
    try {
      advance(environment);
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      done.put(environment);
    }
  }

  private void advance(int environment) {
    MujocoState state = states.get(environment);
    state.control(controls, environment * controlsEach);
    for (int i = 0; i < shape.substeps(); i++) {
      state.step();
    }
    state.observe(observations, environment * observationsEach);
  }

  /** Whether an environment's numbers mean nothing until it is reset. */
  public boolean hasDiverged(int environment) {
    return states.get(environment).hasDiverged();
  }

  /** The threads beside the caller's. */
  List<Thread> workers() {
    return List.copyOf(workers);
  }

  /** Waits for what is under way; the model stays. */
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
    states.forEach(MujocoState::close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
