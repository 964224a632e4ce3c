package dev.tandem.controllers.identify;

import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The joint torques of a chain as a linear function of what may differ from its model: {@code tau =
 * mass tau_points + (mass inertia) tau_bodies + armature A qdd + damping qd + coulomb sign(qd)},
 * where {@code tau_points} is of the masses in their centres, with gravity, and {@code tau_bodies}
 * of the inertia about these (Gautier and Khalil 1990; Swevers et al. 1997). The sign is smooth
 * about standstill. One thread.
 */
final class DynamicsRegressor {
  static final int MASS = 0;
  static final int MASS_INERTIA = 1;
  static final int ARMATURE = 2;
  static final int DAMPING = 3;

  /** Below it Coulomb friction is on its way from one sign to the other. */
  private static final double CREEP_RAD_PER_S = 0.01;

  private final int joints;
  private final double[] armatureKgM2;
  private final ChainModel points;
  private final ChainModel bodies;
  private final double[] torqueNm;

  DynamicsRegressor(Chain chain) {
    this.joints = chain.joints().size();
    this.armatureKgM2 = chain.joints().stream().mapToDouble(Joint::armatureKgM2).toArray();
    this.points = model(chain, joint -> with(joint, joint.massKg(), new double[6]));
    this.bodies = model(chain, joint -> with(joint, 0, joint.inertiaAtCom()));
    this.torqueNm = new double[joints];
  }

  private static ChainModel model(Chain chain, UnaryOperator<Joint> part) {
    List<Joint> parts = chain.joints().stream().map(part).toList();
    return new ChainModel(new Chain(chain.name(), parts, chain.toolInLast()));
  }

  private static Joint with(Joint joint, double massKg, double[] inertiaAtCom) {
    return new Joint(
        joint.name(),
        joint.originInParent(),
        joint.rotationInParent(),
        joint.axis(),
        massKg,
        joint.comInBody(),
        inertiaAtCom,
        joint.limits(),
        joint.dampingNmsPerRad(),
        0);
  }

  /** Mass, mass times inertia, armature, then damping and Coulomb friction of each joint. */
  int parameters() {
    return DAMPING + 2 * joints;
  }

  int coulomb(int joint) {
    return DAMPING + joints + joint;
  }

  /**
   * One row a joint into {@code out[joint][parameter]}, whose other entries are left as they are.
   *
   * @param q where the torques act, rad
   * @param qd at the same time, rad/s
   * @param qdd that they make, rad/s2
   * @param dragged the speed that friction brakes, rad/s
   */
  void rows(double[] q, double[] qd, double[] qdd, double[] dragged, double[][] out) {
    fill(points, q, qd, qdd, MASS, out);
    fill(bodies, q, qd, qdd, MASS_INERTIA, out);
    for (int i = 0; i < joints; i++) {
      out[i][ARMATURE] = armatureKgM2[i] * qdd[i];
      out[i][DAMPING + i] = dragged[i];
      out[i][coulomb(i)] = Math.tanh(dragged[i] / CREEP_RAD_PER_S);
    }
  }

  private void fill(
      ChainModel part, double[] q, double[] qd, double[] qdd, int parameter, double[][] out) {
    part.update(q, 0);
    part.inverseDynamics(qd, qdd, torqueNm);
    for (int i = 0; i < joints; i++) {
      out[i][parameter] = torqueNm[i];
    }
  }
}
