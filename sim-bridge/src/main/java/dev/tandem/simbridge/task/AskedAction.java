package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a learner that is not ours asks for an action: {@code ours = (theirs - middle) * scale}, each
 * number for itself.
 *
 * @param spec what it may ask for
 * @param middle of its numbers where ours are 0
 * @param scale ours for each of its
 */
public record AskedAction(SignalSpec spec, double[] middle, double[] scale) {
  public AskedAction {
    if (middle.length != spec.size() || scale.length != spec.size()) {
      throw new IllegalArgumentException(
          "%s: expected %d middles and scales, found %d and %d"
              .formatted(spec.name(), spec.size(), middle.length, scale.length));
    }
  }

  /** As our own policies do. */
  static AskedAction asOurs(SignalSpec action) {
    double[] ones = Collections.nCopies(action.size(), 1.0).stream().mapToDouble(x -> x).toArray();
    return new AskedAction(action, new double[action.size()], ones);
  }

  /**
   * Three of -1 to 1 that move the target, then a gripper of the same width.
   *
   * @param stepMetres by which 1 moves it along an axis
   * @param gripperRests the number with which the gripper stays as it is
   */
  static AskedAction ofUnits(SimulatedTask task, double stepMetres, double gripperRests) {
    List<Channel> ours = task.actionSpec().channels();
    int gripper = ours.size() - 1;
    List<Channel> theirs = new ArrayList<>();
    double[] middle = new double[ours.size()];
    double[] scale = new double[ours.size()];
    for (int i = 0; i < ours.size(); i++) {
      middle[i] = i == gripper ? gripperRests : 0;
      scale[i] = i == gripper ? ours.get(i).max() : stepMetres;
      theirs.add(new Channel(ours.get(i).name(), "1", middle[i] - 1, middle[i] + 1));
    }
    return new AskedAction(new SignalSpec(task.name() + " action", theirs), middle, scale);
  }

  /** Writes what an action is in our numbers. */
  public void toOurs(double[] theirs, double[] ours) {
    for (int i = 0; i < scale.length; i++) {
      ours[i] = (theirs[i] - middle[i]) * scale[i];
    }
  }

  /** What an action of ours is in theirs. */
  public double[] toTheirs(double[] ours) {
    double[] theirs = new double[scale.length];
    for (int i = 0; i < scale.length; i++) {
      theirs[i] = ours[i] / scale[i] + middle[i];
    }
    return theirs;
  }
}
