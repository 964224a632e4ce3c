package dev.tandem.simbridge.world;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import java.util.ArrayList;
import java.util.List;

/**
 * A point mass that an arm holds at its tool point, and that no model of the arm knows of.
 *
 * @param massKg of it
 */
public record Payload(double massKg) {
  /** Nothing is held. */
  public static final Payload NONE = new Payload(0);

  public Payload {
    if (!(massKg >= 0) || massKg == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("massKg must be finite and >= 0, got " + massKg);
    }
  }

  /** The arm with it, as one body with the arm's last one. */
  public Chain on(Chain arm) {
    List<Joint> joints = new ArrayList<>(arm.joints());
    Joint last = joints.remove(joints.size() - 1);
    double[] tool = {arm.toolInLast()[3], arm.toolInLast()[7], arm.toolInLast()[11]};
    joints.add(with(last, tool));
    return new Chain(arm.name(), joints, arm.toolInLast());
  }

  private Joint with(Joint body, double[] at) {
    double totalKg = body.massKg() + massKg;
    double[] com = new double[3];
    double[] toBody = new double[3];
    double[] toLoad = new double[3];
    for (int k = 0; k < 3; k++) {
      com[k] = (body.massKg() * body.comInBody()[k] + massKg * at[k]) / totalKg;
      toBody[k] = body.comInBody()[k] - com[k];
      toLoad[k] = at[k] - com[k];
    }
    double[] inertia = body.inertiaAtCom().clone();
    addPoint(body.massKg(), toBody, inertia);
    addPoint(massKg, toLoad, inertia);
    return new Joint(
        body.name(),
        body.originInParent(),
        body.rotationInParent(),
        body.axis(),
        totalKg,
        com,
        inertia,
        body.limits(),
        body.dampingNmsPerRad(),
        body.armatureKgM2());
  }

  /** Steiner; xx, yy, zz, xy, xz, yz. */
  private static void addPoint(double kg, double[] r, double[] inertia) {
    inertia[0] += kg * (r[1] * r[1] + r[2] * r[2]);
    inertia[1] += kg * (r[0] * r[0] + r[2] * r[2]);
    inertia[2] += kg * (r[0] * r[0] + r[1] * r[1]);
    inertia[3] -= kg * r[0] * r[1];
    inertia[4] -= kg * r[0] * r[2];
    inertia[5] -= kg * r[1] * r[2];
  }
}
