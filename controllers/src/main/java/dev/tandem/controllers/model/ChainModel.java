package dev.tandem.controllers.model;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import dev.tandem.runtime.model.JointLimits;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;

/**
 * Kinematics and dynamics of a chain of rigid bodies: recursive Newton-Euler and composite rigid
 * body algorithms (Featherstone 2008, tables 5.1 and 6.2) in base coordinates. Joint damping is the
 * drives' affair and in none of the torques. Allocates nothing after construction.
 */
public final class ChainModel implements RobotModel {
  /** Standard gravity as the simulators have it, along -z of the base. */
  public static final double GRAVITY_M_PER_S2 = 9.81;

  private final int joints;
  private final JointLimits[] limits;
  private final double[] armatureKgM2;
  private final ChainKinematics kinematics;
  private final ChainInertia inertia;
  private boolean knowsInertia;
  private final double[] screw;
  private final double[] composite;
  private final double[] forces;
  private final double[] motionless;
  private final double[] velocity = new double[6];
  private final double[] acceleration = new double[6];
  private final double[] work = new double[6];

  public ChainModel(Chain chain) {
    joints = chain.joints().size();
    limits = chain.joints().stream().map(Joint::limits).toArray(JointLimits[]::new);
    armatureKgM2 = chain.joints().stream().mapToDouble(Joint::armatureKgM2).toArray();
    kinematics = new ChainKinematics(chain);
    inertia = new ChainInertia(chain, kinematics);
    screw = kinematics.screw;
    composite = new double[Spatial.INERTIA];
    forces = new double[6 * joints];
    motionless = new double[joints];
  }

  @Override
  @HotPath
  public int joints() {
    return joints;
  }

  @Override
  @HotPath
  public JointLimits limits(int joint) {
    return limits[joint];
  }

  @Override
  @HotPath
  public void update(double[] q, int offset) {
    kinematics.update(q, offset);
    knowsInertia = false;
  }

  /** Of the bodies, in base: not calculated for those who only ask where the arm is. */
  @HotPath
  private double[] inertiaInBase() {
    if (!knowsInertia) {
      inertia.update();
      knowsInertia = true;
    }
    return inertia.inBase;
  }

  @Override
  @HotPath
  public void toolInBase(double[] out) {
    System.arraycopy(kinematics.toolInBase, 0, out, 0, 16);
  }

  @Override
  @HotPath
  public void linkInBase(int joint, double[] out) {
    for (int row = 0; row < 3; row++) {
      System.arraycopy(kinematics.rotation, 9 * joint + 3 * row, out, 4 * row, 3);
      out[4 * row + 3] = kinematics.origin[3 * joint + row];
      out[12 + row] = 0;
    }
    out[15] = 1;
  }

  @Override
  @HotPath
  public void jacobian(double[] out) {
    double x = kinematics.toolInBase[3];
    double y = kinematics.toolInBase[7];
    double z = kinematics.toolInBase[11];
    for (int i = 0; i < joints; i++) {
      double wx = screw[6 * i];
      double wy = screw[6 * i + 1];
      double wz = screw[6 * i + 2];
      out[i] = screw[6 * i + 3] + wy * z - wz * y;
      out[joints + i] = screw[6 * i + 4] + wz * x - wx * z;
      out[2 * joints + i] = screw[6 * i + 5] + wx * y - wy * x;
      out[3 * joints + i] = wx;
      out[4 * joints + i] = wy;
      out[5 * joints + i] = wz;
    }
  }

  @Override
  @HotPath
  public void massMatrix(double[] out) {
    double[] inBase = inertiaInBase();
    Arrays.fill(composite, 0);
    for (int i = joints - 1; i >= 0; i--) {
      for (int k = 0; k < Spatial.INERTIA; k++) {
        composite[k] += inBase[Spatial.INERTIA * i + k];
      }
      Spatial.times(composite, 0, screw, 6 * i, work, 0);
      for (int j = i; j >= 0; j--) {
        double entry = Spatial.dot(screw, 6 * j, work, 0);
        out[joints * i + j] = entry;
        out[joints * j + i] = entry;
      }
      out[joints * i + i] += armatureKgM2[i];
    }
  }

  @Override
  @HotPath
  public void biasTorque(double[] qd, int offset, double[] out) {
    newtonEuler(qd, offset, motionless, out);
  }

  /**
   * The torques in Nm that accelerate the joints by {@code qdd} rad/s2 at {@code qd} rad/s, rotor
   * inertia included; all [joints]. Needs {@link #update}.
   */
  @HotPath
  public void inverseDynamics(double[] qd, double[] qdd, double[] out) {
    newtonEuler(qd, 0, qdd, out);
    for (int i = 0; i < joints; i++) {
      out[i] += armatureKgM2[i] * qdd[i];
    }
  }

  /** Of gravity, zero when all mass is at the height of the base origin. Needs {@link #update}. */
  public double potentialEnergyJ() {
    double[] inBase = inertiaInBase();
    double massTimesHeight = 0;
    for (int i = 0; i < joints; i++) {
      massTimesHeight += inBase[Spatial.INERTIA * i + 3];
    }
    return GRAVITY_M_PER_S2 * massTimesHeight;
  }

  @HotPath
  private void newtonEuler(double[] qd, int offset, double[] qdd, double[] out) {
    double[] inBase = inertiaInBase();
    Arrays.fill(velocity, 0);
    Arrays.fill(acceleration, 0);
    acceleration[5] = GRAVITY_M_PER_S2; // the base falls upwards instead of everything downwards
    for (int i = 0; i < joints; i++) {
      Spatial.crossMotion(velocity, 0, screw, 6 * i, work);
      for (int k = 0; k < 6; k++) {
        velocity[k] += screw[6 * i + k] * qd[offset + i];
        acceleration[k] += work[k] * qd[offset + i] + screw[6 * i + k] * qdd[i];
      }
      Spatial.times(inBase, Spatial.INERTIA * i, velocity, 0, work, 0);
      Spatial.times(inBase, Spatial.INERTIA * i, acceleration, 0, forces, 6 * i);
      Spatial.addCrossForce(velocity, 0, work, forces, 6 * i);
    }
    Arrays.fill(work, 0);
    for (int i = joints - 1; i >= 0; i--) {
      for (int k = 0; k < 6; k++) {
        work[k] += forces[6 * i + k];
      }
      out[i] = Spatial.dot(screw, 6 * i, work, 0);
    }
  }
}
