package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;

/**
 * The first record of every journal: what one has to know to make sense of the rest.
 *
 * @param name of the run
 * @param configuration resolved, as text
 */
public record RunDescription(
    String name, long seed, String configuration, TaskDescription task, Signals signals) {

  /**
   * What was to be learnt.
   *
   * @param ticksPerDecision control ticks from one decision to the next
   * @param horizonSteps decisions after which an episode is truncated
   * @param discount per decision
   * @param features names of what the policy sees, in order
   */
  public record TaskDescription(
      String name, int ticksPerDecision, int horizonSteps, double discount, List<String> features) {
    public TaskDescription {
      features = List.copyOf(features);
    }

    public static TaskDescription of(Task task) {
      return new TaskDescription(
          task.name(),
          task.ticksPerDecision(),
          task.horizonSteps(),
          task.discount(),
          task.encoder().names());
    }
  }

  /**
   * Names, units and bounds of everything in a tick.
   *
   * @param images that the observation has; not in the description, as each says what it is itself
   */
  public record Signals(
      SignalSpec observation, SignalSpec action, SignalSpec command, List<ImageSpec> images) {
    public Signals {
      images = List.copyOf(images);
    }

    /** Of a loop without images. */
    public Signals(SignalSpec observation, SignalSpec action, SignalSpec command) {
      this(observation, action, command, List.of());
    }
  }
}
