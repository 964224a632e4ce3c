package dev.tandem.app.train;

import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;

/** Episodes of a task at a table in the whole loop: controller, filters, authority, transitions. */
final class TableEpisodes implements AutoCloseable {
  private final SimulatorOf simulator;
  private final List<Transition> transitions = new ArrayList<>();
  private long episode;

  TableEpisodes(String task) {
    simulator = SimulatorOf.create(task, "mujoco");
  }

  SimulatedTask task() {
    return simulator.task();
  }

  Rig rig(Policy policy) {
    return rig(InterventionSource.NOBODY, policy);
  }

  Rig rig(InterventionSource person, Policy policy) {
    return new Rig(
        Robot.shippedFor(task().name()), task(), person, policy, new UnjournaledRecording(task()));
  }

  Policy expert() {
    return Driver.expert(task()).policy();
  }

  /** Whether the task was done. */
  boolean play(Rig rig, long seed) {
    transitions.clear();
    return new EpisodeRunner(rig, () -> false, false).run(episode++, seed, transitions::add);
  }

  /** Of the last episode. */
  List<Transition> transitions() {
    return transitions;
  }

  Transition last() {
    return transitions.get(transitions.size() - 1);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
