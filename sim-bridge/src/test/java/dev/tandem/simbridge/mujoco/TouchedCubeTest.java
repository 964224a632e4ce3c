package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.simbridge.camera.CameraConfig;
import dev.tandem.simbridge.tactile.Gel;
import dev.tandem.simbridge.tactile.TouchConfig;
import dev.tandem.simbridge.tactile.TouchView;
import dev.tandem.simbridge.world.TableScene;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the pads feel of the cube, beside the touch sensors of MuJoCo on the same fingers; the arm
 * is as heavy as a mountain, so that nothing moves the hand. Why they may differ, and by how much,
 * says docs/touch.md.
 */
class TouchedCubeTest {
  private static final int CUBE = 9;
  private static final int SENSORS = 6;
  private static final int OPENING = 7;
  private static final double MOUNTAIN_KG_M2 = 1e6;
  private static final double CUBE_KG = 0.1;
  private static final Gel GEL = new Gel(1e7, 1, 1e6, 2);
  private static final List<ImageSpec> PADS =
      List.of(TouchConfig.forces("left", 20, 25), TouchConfig.forces("right", 20, 25));

  private final MujocoModel model = ModelSource.of(TableScene.CUBE).load(Natives.mujoco());
  private final MujocoState state = new MujocoState(model);
  private final MujocoTouch touch = new MujocoTouch(state, MujocoTable.PADS, List.of("cube"));
  private final TouchView view =
      touch.view(
          List.of(
              new TouchConfig("left_pad", GEL, new CameraConfig(PADS.get(0), 1, 0)),
              new TouchConfig("right_pad", GEL, new CameraConfig(PADS.get(1), 1, 0))));

  @BeforeEach
  void goHome() {
    for (int joint = 0; joint < 7; joint++) {
      model.figures("dof_armature", 7).setAtIndex(JAVA_DOUBLE, joint, MOUNTAIN_KG_M2);
    }
    state.resetToKey(0);
    state.stepToForces();
  }

  @AfterEach
  void close() {
    touch.close();
    state.close();
    model.close();
  }

  /** Between the finger tips, so much higher than their middle. */
  private void putCube(double upMetres) {
    for (int k = 0; k < 3; k++) {
      double at = state.numbers("site_xpos", 3).getAtIndex(JAVA_DOUBLE, k);
      state.positions().setAtIndex(JAVA_DOUBLE, CUBE + k, at + (k == 2 ? upMetres : 0));
    }
    state.stepToForces();
  }

  private void pull(double yMPerS2, double zMPerS2) {
    model.inPlace("opt.gravity", 3).setAtIndex(JAVA_DOUBLE, 1, yMPerS2);
    model.inPlace("opt.gravity", 3).setAtIndex(JAVA_DOUBLE, 2, zMPerS2);
  }

  private void hold(double openMetres, int steps) {
    double[] control = new double[8];
    control[OPENING] = openMetres;
    state.control(control, 0);
    for (int i = 0; i < steps; i++) {
      state.stepFromForces();
      state.stepToForces();
    }
  }

  /** All of a pad together, [3]. */
  private double[] felt(int pad) {
    MutableImage image = new MutableImage(PADS.get(pad));
    view.renderThread().render(view, PADS.get(pad), 0, image);
    double[] sum = new double[3];
    for (int i = 0; i < 3 * 20 * 25; i++) {
      sum[i % 3] += image.value(i);
    }
    return sum;
  }

  private double sensed(int pad) {
    return state.sensors().getAtIndex(JAVA_DOUBLE, SENSORS + pad);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.002, 0.006, 0.01, 0.014})
  void aGraspIsFeltAsMujocosSensorsFeelIt(double openMetres) {
    putCube(0);
    hold(openMetres, 600);
    double both = felt(0)[2] + felt(1)[2];
    double sensors = sensed(0) + sensed(1);
    assertTrue(sensors > 4, sensors + " N");
    assertEquals(1, both / sensors, 0.3, both + " N of " + sensors);
    for (int pad = 0; pad < 2; pad++) {
      assertEquals(1, felt(pad)[2] / sensed(pad), 0.45, "pad " + pad);
    }
  }

  /** The law itself, of the covered area and of how much the fingers lack of the cube's width. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.005, 0.01})
  void aGraspIsStiffnessTimesAreaTimesDepth(double upMetres) {
    putCube(upMetres);
    hold(0.01, 600);
    double widthMetres = 0;
    for (int finger = 0; finger < 2; finger++) {
      widthMetres += state.positions().getAtIndex(JAVA_DOUBLE, 7 + finger);
    }
    double up =
        state.positions().getAtIndex(JAVA_DOUBLE, CUBE + 2)
            - state.numbers("site_xpos", 3).getAtIndex(JAVA_DOUBLE, 2);
    double expected = 1e7 * 0.022 * (0.029 + up) * (0.04 - widthMetres);
    double both = felt(0)[2] + felt(1)[2];
    assertEquals(1, both / expected, 0.1, both + " N of " + expected);
  }

  /** The cube leans on one open finger, with a weight that is known. */
  @ParameterizedTest
  @CsvSource({"0, 60", "0, 100", "1, 60", "1, 100"})
  void aPushIsFeltByTheFingerThatIsPushedAlone(int pad, double mPerS2) {
    putCube(0);
    pull((pad == 0 ? -1 : 1) * mPerS2, 0);
    hold(0.04, 1000);
    double expected = CUBE_KG * mPerS2;
    assertEquals(expected, sensed(pad), 0.02 * expected);
    assertEquals(1, felt(pad)[2] / sensed(pad), 0.3);
    assertEquals(0, felt(1 - pad)[2]);
    assertEquals(0, sensed(1 - pad));
  }

  /** Columns, rows and out of the pad: so a picture is not mirrored. */
  @Test
  void thePadsAxesAreRightHandedAndTheThirdIsTowardsTheCube() {
    putCube(0);
    double[] bodies = new double[3 * 18];
    touch.copyBodies(bodies);
    for (int pad = 0; pad < 2; pad++) {
      double[] x = axis(bodies, pad, 0);
      double[] y = axis(bodies, pad, 1);
      double[] z = axis(bodies, pad, 2);
      assertEquals(
          1,
          z[0] * (x[1] * y[2] - x[2] * y[1])
              + z[1] * (x[2] * y[0] - x[0] * y[2])
              + z[2] * (x[0] * y[1] - x[1] * y[0]),
          1e-9);
      double towards = 0;
      for (int k = 0; k < 3; k++) {
        towards += z[k] * (bodies[36 + k] - bodies[18 * pad + k]);
      }
      assertEquals(0.04, towards, 1e-3, "open fingers");
      assertEquals(-1, y[2], 1e-2, "from palm to tip is down");
    }
  }

  private static double[] axis(double[] bodies, int body, int axis) {
    int at = 18 * body + 3 + axis;
    return new double[] {bodies[at], bodies[at + 3], bodies[at + 6]};
  }

  @Test
  void whatIsNotTouchedIsNotFelt() {
    putCube(0.2);
    assertEquals(0, felt(0)[2]);
    assertEquals(0, felt(1)[2]);
  }

  /** A cube that slips down pulls the pads down: along their rows, from palm to tip. */
  @Test
  void aCubeThatSlipsPullsTowardsTheTips() {
    putCube(0);
    hold(0.01, 300);
    state.speeds().setAtIndex(JAVA_DOUBLE, CUBE + 2, -0.2);
    state.stepToForces();
    for (int pad = 0; pad < 2; pad++) {
      double[] felt = felt(pad);
      assertTrue(felt[1] > 0.5 * felt[2], felt[1] + " N along, " + felt[2] + " N into the pad");
    }
  }
}
