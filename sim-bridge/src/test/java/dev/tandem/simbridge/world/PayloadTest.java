package dev.tandem.simbridge.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.RobotModel;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Beside what a point mass at the tool does by the tool's Jacobian. */
final class PayloadTest {
  private static final double MASS_KG = 1.3;
  private static final double GRAVITY_M_PER_S2 = 9.81;
  private static final int JOINTS = 7;

  private final Chain arm = Arm7.chain();
  private final RobotModel bare = new ChainModel(arm);
  private final RobotModel loaded = new ChainModel(new Payload(MASS_KG).on(arm));
  private final double[] jacobian = new double[6 * JOINTS];
  private final double[] q = new double[JOINTS];

  private void pose(RandomGenerator random) {
    for (int i = 0; i < JOINTS; i++) {
      q[i] = random.nextDouble(-2, 2);
    }
    bare.update(q, 0);
    loaded.update(q, 0);
    bare.jacobian(jacobian);
  }

  @Test
  void weighsAndWithstandsWhereTheToolIs() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    double[] without = new double[JOINTS];
    double[] with = new double[JOINTS];
    double[] mass = new double[JOINTS * JOINTS];
    double[] more = new double[JOINTS * JOINTS];
    for (int posture = 0; posture < 20; posture++) {
      pose(random);
      bare.biasTorque(new double[JOINTS], 0, without);
      loaded.biasTorque(new double[JOINTS], 0, with);
      bare.massMatrix(mass);
      loaded.massMatrix(more);
      for (int i = 0; i < JOINTS; i++) {
        double liftNm = jacobian[2 * JOINTS + i] * MASS_KG * GRAVITY_M_PER_S2;
        assertEquals(without[i] + liftNm, with[i], 1e-9, "posture " + posture + " joint " + i);
        for (int k = 0; k < JOINTS; k++) {
          assertEquals(mass[JOINTS * i + k] + point(i, k), more[JOINTS * i + k], 1e-9);
        }
      }
    }
  }

  /** m J^T J of the tool point. */
  private double point(int i, int k) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += jacobian[JOINTS * axis + i] * jacobian[JOINTS * axis + k];
    }
    return MASS_KG * sum;
  }

  @Test
  void nothingIsNoLoad() {
    Chain same = Payload.NONE.on(arm);
    assertArrayEquals(
        arm.joints().get(JOINTS - 1).inertiaAtCom(),
        same.joints().get(JOINTS - 1).inertiaAtCom(),
        1e-15);
    assertEquals(arm.name(), same.name());
  }

  @Test
  void refusesAMassThatIsNone() {
    for (double massKg : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Payload(massKg));
    }
  }
}
