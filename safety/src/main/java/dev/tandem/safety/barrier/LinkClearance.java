package dev.tandem.safety.barrier;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.time.HotPath;

/**
 * How much room the links have left, from joint positions alone: what {@link BarrierFilter} wants
 * and does is not asked, so that this is also right when the filter is not. Control thread.
 */
public final class LinkClearance {
  private final RobotModel model;
  private final LinkDistances distances;
  private final double[] frame = new double[16];
  private final double[] frames;

  public LinkClearance(SpaceConfig config, RobotModel model) {
    this.model = model;
    this.distances = new LinkDistances(config, model.joints());
    this.frames = new double[16 * model.joints()];
  }

  /**
   * The least of all distances, negative when something is inside of something, infinite when there
   * is nothing to be far from, NaN when a position is.
   *
   * @param q in rad, [joint]
   */
  @HotPath
  public double leastMetres(double[] q) {
    model.update(q, 0);
    for (int i = 0; i < q.length; i++) {
      model.linkInBase(i, frame);
      System.arraycopy(frame, 0, frames, 16 * i, 16);
    }
    distances.place(frames);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < distances.size(); i++) {
      distances.measure(i);
      least = Math.min(least, distances.nearest.distanceMetres);
    }
    return least;
  }
}
