package dev.tandem.controllers.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.model.Chain;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExcitationTest {
  private static final Chain ARM = Arm7.chain();
  private static final double SECONDS = 20;
  private static final double[] BOX_MIN = {0.2, -0.4, 0.2};
  private static final double[] BOX_MAX = {0.75, 0.4, 0.8};

  private static double[] start() {
    double[] start = Arm7.homeRad();
    start[0] += 0.1;
    return start;
  }

  private static ExcitationDesign.Chosen chosen(double share, long seed) {
    ExcitationLimits limits = new ExcitationLimits(share, 1, 5, BOX_MIN, BOX_MAX);
    ExcitationDesign.Wish wish =
        new ExcitationDesign.Wish(start(), Arm7.homeRad(), 0.1, 8, SECONDS);
    return new ExcitationDesign(ARM, limits, wish).choose(new SplittableRandom(seed));
  }

  @Test
  void beginsWhereTheArmStandsAndEndsAtTheCentreBothAtRest() {
    Excitation excitation = chosen(0.5, 1).excitation();
    for (int i = 0; i < 7; i++) {
      Excitation.Point first = excitation.point(i, 0);
      assertEquals(start()[i], first.rad(), 1e-12);
      assertEquals(0, first.radPerS(), 1e-12);
      assertEquals(0, first.radPerS2(), 1e-12);
      Excitation.Point last = excitation.point(i, SECONDS);
      assertEquals(Arm7.homeRad()[i], last.rad(), 1e-9);
      assertEquals(0, last.radPerS(), 1e-9);
      assertEquals(0, last.radPerS2(), 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1.1, 5.7, 10.2, 18.4, 19.5})
  void speedAndAccelerationAreThoseOfThePosition(double at) {
    Excitation excitation = chosen(0.5, 2).excitation();
    double h = 1e-4;
    for (int i = 0; i < 7; i++) {
      double before = excitation.point(i, at - h).rad();
      double now = excitation.point(i, at).rad();
      double after = excitation.point(i, at + h).rad();
      assertEquals((after - before) / (2 * h), excitation.point(i, at).radPerS(), 1e-5);
      double bend = (after - 2 * now + before) / (h * h);
      assertEquals(bend, excitation.point(i, at).radPerS2(), 1e-4);
    }
  }

  /** A little more than the check's own samples see is allowed for in between. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsToTheLimitsAndComesNearSomeOfThem(long seed) {
    Excitation excitation = chosen(0.5, seed).excitation();
    ChainModel model = new ChainModel(ARM);
    double fastest = 0;
    double[] q = new double[7];
    double[] tool = new double[16];
    for (double at = Excitation.RAMP_SECONDS; at < SECONDS; at += 0.003) {
      for (int i = 0; i < 7; i++) {
        Excitation.Point point = excitation.point(i, at);
        q[i] = point.rad();
        fastest = Math.max(fastest, Math.abs(point.radPerS()));
        double most = model.limits(i).maxPositionRad();
        double least = model.limits(i).minPositionRad();
        double centre = Arm7.homeRad()[i];
        assertTrue(q[i] < centre + 0.501 * (most - centre), "joint " + i + " at " + at);
        assertTrue(q[i] > centre - 0.501 * (centre - least), "joint " + i + " at " + at);
        if (at < SECONDS - Excitation.RAMP_SECONDS) {
          assertTrue(Math.abs(point.radPerS()) < 1.02, "joint " + i + " at " + at);
          assertTrue(Math.abs(point.radPerS2()) < 5.2, "joint " + i + " at " + at);
        }
      }
      model.update(q, 0);
      model.toolInBase(tool);
      for (int axis = 0; axis < 3; axis++) {
        assertTrue(tool[4 * axis + 3] > BOX_MIN[axis] - 0.005, "axis " + axis + " at " + at);
        assertTrue(tool[4 * axis + 3] < BOX_MAX[axis] + 0.005, "axis " + axis + " at " + at);
      }
    }
    assertTrue(fastest > 0.6, "fastest " + fastest);
  }

  @Test
  void theTorquesOfTheModelKeepToTheirShare() {
    Excitation excitation = chosen(0.3, 4).excitation();
    ChainModel model = new ChainModel(ARM);
    double[] q = new double[7];
    double[] qd = new double[7];
    double[] qdd = new double[7];
    double[] torqueNm = new double[7];
    for (double at = Excitation.RAMP_SECONDS; at < 12; at += 0.01) {
      for (int i = 0; i < 7; i++) {
        Excitation.Point point = excitation.point(i, at);
        q[i] = point.rad();
        qd[i] = point.radPerS();
        qdd[i] = point.radPerS2();
      }
      model.update(q, 0);
      model.inverseDynamics(qd, qdd, torqueNm);
      for (int i = 0; i < 7; i++) {
        assertTrue(Math.abs(torqueNm[i]) < 0.305 * model.limits(i).maxTorqueNm() + 0.1);
      }
    }
  }

  @Test
  void equalSeedsChooseEquallyAndTheConditionIsGood() {
    ExcitationDesign.Chosen first = chosen(0.5, 7);
    ExcitationDesign.Chosen again = chosen(0.5, 7);
    Excitation other = chosen(0.5, 8).excitation();
    assertEquals(first.excitation().point(3, 6), again.excitation().point(3, 6));
    assertNotEquals(first.excitation().point(3, 6), other.point(3, 6));
    assertTrue(first.condition() < 10, "condition " + first.condition());
  }
}
