package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.camera.Cameras;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.world.AdjustableWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A task that brings its own world, and somebody in it who knows how it is done. */
public interface SimulatedTask extends Task {
  /** The task's own, whose physics may be varied. */
  AdjustableWorld world();

  /** What the robot is in: the world, or a wrapping of it. */
  default Simulator simulator() {
    return world();
  }

  /** What this episode's world is like, for the record; empty when it is as its model says. */
  default String conditions() {
    return "";
  }

  /** What was odd about how an episode ended, for the record; empty when nothing was. */
  default String ending(Observation after) {
    return "";
  }

  /** The simulator's channels followed by the task's own. */
  SignalSpec observationSpec();

  /** Writes the task's own channels, for example where a camera would see the hole. */
  Sensor taskSensor();

  /** What sees the world for the policy, beside the channels. */
  default Cameras cameras() {
    return Cameras.NONE;
  }

  /** What cameras show of it, and what not; empty when nothing is there to be seen. */
  default Optional<Scene> scene() {
    return Optional.empty();
  }

  /** How learners that are not ours ask for an action. */
  default AskedAction asked() {
    return AskedAction.asOurs(actionSpec());
  }

  /** Knows what the policy cannot see. */
  Expert expert();

  /**
   * What was the case when the sensors last saw {@code seen}; valid until they look again. For
   * judging, not for driving.
   */
  default Observation truth(Observation seen) {
    return seen;
  }

  /**
   * Whether its actions are the drives' own, in a world without an arm of Tandem's: then no arm's
   * controller and limits stand between the two.
   */
  default boolean isDirect() {
    return false;
  }

  /** What of the contact that a robot may feel is meant. */
  default MeantContact meantContact() {
    return MeantContact.NONE;
  }

  /** From one control tick to the next. */
  default long periodNanos() {
    return 1_000_000;
  }

  /** Puts the channels of a task behind those of its simulator. */
  static SignalSpec join(String name, SignalSpec simulator, List<Channel> own) {
    List<Channel> all = new ArrayList<>(simulator.channels());
    all.addAll(own);
    return new SignalSpec(name, all);
  }
}
