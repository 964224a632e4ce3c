package dev.tandem.controllers.model;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import dev.tandem.runtime.time.HotPath;

/** The inertia of every body about the base origin, in base axes, as {@link Spatial} has it. */
final class ChainInertia {
  private final ChainKinematics kinematics;
  private final int joints;
  private final double[] massKg;
  private final double[] comInBody;

  /** About the centre of mass in body axes, row-major, [joints][9]. */
  private final double[] inertiaAtCom;

  private final double[] half = new double[9];

  /** [joints][10]. */
  final double[] inBase;

  ChainInertia(Chain chain, ChainKinematics kinematics) {
    this.kinematics = kinematics;
    joints = chain.joints().size();
    massKg = new double[joints];
    comInBody = new double[3 * joints];
    inertiaAtCom = new double[9 * joints];
    inBase = new double[Spatial.INERTIA * joints];
    for (int i = 0; i < joints; i++) {
      Joint joint = chain.joints().get(i);
      double[] m = joint.inertiaAtCom();
      double[] full = {m[0], m[3], m[4], m[3], m[1], m[5], m[4], m[5], m[2]};
      massKg[i] = joint.massKg();
      System.arraycopy(joint.comInBody(), 0, comInBody, 3 * i, 3);
      System.arraycopy(full, 0, inertiaAtCom, 9 * i, 9);
    }
  }

  @HotPath
  void update() {
    for (int i = 0; i < joints; i++) {
      double mass = massKg[i];
      double x = com(i, 0);
      double y = com(i, 1);
      double z = com(i, 2);
      int o = Spatial.INERTIA * i;
      inBase[o] = mass;
      inBase[o + 1] = mass * x;
      inBase[o + 2] = mass * y;
      inBase[o + 3] = mass * z;
      halfTurned(i);
      inBase[o + 4] = inertiaInBase(i, 0, 0) + mass * (y * y + z * z);
      inBase[o + 5] = inertiaInBase(i, 1, 1) + mass * (x * x + z * z);
      inBase[o + 6] = inertiaInBase(i, 2, 2) + mass * (x * x + y * y);
      inBase[o + 7] = inertiaInBase(i, 0, 1) - mass * x * y;
      inBase[o + 8] = inertiaInBase(i, 0, 2) - mass * x * z;
      inBase[o + 9] = inertiaInBase(i, 1, 2) - mass * y * z;
    }
  }

  @HotPath
  private double com(int i, int row) {
    return kinematics.origin[3 * i + row] + kinematics.turned(i, row, comInBody, 3 * i);
  }

  /** {@code half = R I}, of which {@link #inertiaInBase} takes entries of R I R'. */
  @HotPath
  private void halfTurned(int i) {
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        half[3 * row + column] = kinematics.turned(i, row, inertiaAtCom, 9 * i + 3 * column);
      }
    }
  }

  @HotPath
  private double inertiaInBase(int i, int row, int column) {
    return kinematics.turned(i, row, half, 3 * column);
  }
}
