package dev.tandem.simbridge.mujoco;

import dev.tandem.simbridge.batch.Crew;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many worlds of one model, stepped at once by a {@link Crew}. What goes in and comes out is one
 * array each, in which every environment has its row. What an environment does depends on its row
 * alone, not on threads or order. For one caller; stepping allocates nothing.
 */
public final class MujocoBatch implements AutoCloseable {
  private final BatchShape shape;
  private final List<MujocoState> states;
  private final double[] controls;
  private final double[] observations;
  private final int controlsEach;
  private final int observationsEach;
  private final Crew crew;

  /** All worlds are in the model's first position. */
  public MujocoBatch(MujocoModel model, BatchShape shape) {
    this.shape = shape;
    this.controlsEach = model.controls();
    this.states =
        IntStream.range(0, shape.environments()).mapToObj(i -> new MujocoState(model)).toList();
    this.observationsEach = states.get(0).observations();
    this.controls = new double[shape.environments() * controlsEach];
    this.observations = new double[shape.environments() * observationsEach];
    this.crew = new Crew(shape.environments(), shape.threads(), this::advance);
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
    crew.requireIdle(environment);
    MujocoState state = states.get(environment);
    state.resetToKey(key);
    state.stepToForces();
    state.observe(observations, environment * observationsEach);
  }

  /** Steps all environments and returns when all are done. */
  public void step() throws InterruptedException {
    crew.step();
  }

  /** Begins to step one environment. */
  public void send(int environment) {
    crew.send(environment);
  }

  /** Waits for whichever environment is done first, and returns its number. */
  public int receive() throws InterruptedException {
    return crew.receive();
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
    return crew.workers();
  }

  /** Waits for what is under way; the model stays. */
  @Override
  public void close() {
    crew.close();
    states.forEach(MujocoState::close);
  }
}
