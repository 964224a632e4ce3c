package dev.tandem.simbridge.tactile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.simbridge.camera.Appearance;
import dev.tandem.simbridge.camera.CameraConfig;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForceFieldTest {
  /** 1 MN/m3: a millimetre deep presses with 1 kPa, 0.2 N on all of the pad's 2 cm2. */
  private static final Gel GEL = new Gel(1e6, 10, 1e4, 0.5);

  private static final Shape SLAB = new Shape.Box(0.1, 0.1, 0.02);

  /** All of the pad is a millimetre deep in a slab above it. */
  private static Pressed flat() {
    return new Pressed(SLAB).thingAt(0, 0, 0.019);
  }

  private static double[] sums(Pressed world) {
    MutableImage forces = world.forces(4, 5, GEL);
    return new double[] {
      Pressed.sum(forces, 0), Pressed.sum(forces, 1), Pressed.sum(forces, 2),
    };
  }

  @Test
  void nothingIsFeltOfWhatDoesNotTouch() {
    assertArrayEquals(new double[3], sums(new Pressed(SLAB).thingAt(0, 0, 0.0201)));
  }

  @Test
  void aSlabPressesEvenlyWithStiffnessTimesDepth() {
    MutableImage forces = flat().forces(4, 5, GEL);
    for (int taxel = 0; taxel < 20; taxel++) {
      assertEquals(0, forces.value(3 * taxel));
      assertEquals(0, forces.value(3 * taxel + 1));
      assertEquals(0.01, forces.value(3 * taxel + 2), 1e-8);
    }
  }

  @Test
  void theSumDoesNotHangOnHowFineTheGridIs() {
    assertEquals(0.2, Pressed.sum(flat().forces(2, 3, GEL), 2), 1e-6);
    assertEquals(0.2, Pressed.sum(flat().forces(40, 25, GEL), 2), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.3", "-0.05, 0.1", "-0.2, 0"})
  void pressingInIsStifferAndPullingOutSofterButNeverPulls(double mPerS, double expectedN) {
    assertEquals(expectedN, sums(flat().move(0, 0, 0, mPerS))[2], 1e-6);
    assertEquals(expectedN, sums(flat().move(1, 0, 0, -mPerS))[2], 1e-6);
  }

  @Test
  void slipIsHeldBackBySpeedUpToWhatFrictionBears() {
    double perPad = GEL.shearNsPerM3() * 2e-4;
    assertArrayEquals(
        new double[] {-perPad * 0.003, -perPad * 0.004, 0.2},
        sums(flat().move(0, 0.003, 0.004, 0)),
        1e-7);
    assertArrayEquals(
        new double[] {0.3 * 0.2, 0.4 * 0.2, 0.2}, sums(flat().move(1, 0.3, 0.4, 0)), 1e-6);
  }

  /** A quarter turn a second about the normal: each taxel slips across its arm. */
  @Test
  void aThingThatTurnsShearsTheTaxelsAroundTheMiddle() {
    MutableImage forces = flat().spin(1, 0, 0, 0.2).forces(2, 1, GEL);
    double shear = GEL.shearNsPerM3() * 1e-4 * 0.2 * 0.005;
    assertEquals(-shear, forces.value(1), 1e-9);
    assertEquals(shear, forces.value(4), 1e-9);
    MutableImage turned = flat().spin(0, 0, 0, -0.2).forces(2, 1, GEL);
    assertEquals(-shear, turned.value(1), 1e-9);
  }

  @Test
  void aThingThatTipsPressesInOnOneSideAndOutOnTheOther() {
    MutableImage forces = flat().spin(1, 0, 4, 0).forces(2, 1, GEL);
    assertTrue(forces.value(2) < 0.1 && forces.value(5) > 0.1, forces.value(2) + "");
    assertEquals(0.1 * (1 - 10 * 4 * 0.005), forces.value(2), 1e-3);
  }

  /** A ball a little to the right of the middle and lower. */
  @Test
  void aBallIsFeltWhereItIs() {
    Pressed world = new Pressed(new Shape.Sphere(0.01)).thingAt(0.005, 0.0025, 0.009);
    MutableImage forces = world.forces(20, 10, GEL);
    int deepest = 0;
    for (int taxel = 0; taxel < 200; taxel++) {
      deepest = forces.value(3 * taxel + 2) > forces.value(3 * deepest + 2) ? taxel : deepest;
    }
    assertTrue(deepest % 20 == 14 || deepest % 20 == 15, deepest + "");
    assertTrue(deepest / 20 == 7, deepest + "");
    assertTrue(forces.value(3 * (7 * 20 + 12)) < 0, "pushed away from the ball's middle");
    assertTrue(forces.value(3 * (7 * 20 + 17)) > 0, "and so on its other side");
  }

  /** The same, all of it moved, turned and moving together. */
  @Test
  void whatIsFeltDoesNotHangOnWhereInTheWorldItIs() {
    double[] here = sums(flat().move(1, 0.003, 0, 0.01));
    double c = 0.6;
    double s = 0.8;
    Pressed elsewhere = flat().padAt(1, 2, 3);
    for (int body = 0; body < 2; body++) {
      elsewhere.turn(body, c, 0, s, 0, 1, 0, -s, 0, c).move(body, 0.5, 0.6, 0.7);
    }
    elsewhere.thingAt(1 + s * 0.019, 2, 3 + c * 0.019);
    elsewhere.move(1, 0.5 + c * 0.003 + s * 0.01, 0.6, 0.7 - s * 0.003 + c * 0.01);
    assertArrayEquals(here, sums(elsewhere), 1e-9);
  }

  @Test
  void aForceFieldAllocatesNothing() {
    Pressed world = flat().move(1, 0.3, 0.4, 0);
    ImageSpec spec = TouchConfig.forces("pad", 20, 25);
    TouchConfig config = new TouchConfig("pad", GEL, new CameraConfig(spec, 1, 0));
    byte[] pixels = new byte[spec.bytes()];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    try (TouchRenderer renderer = new TouchRenderer(world, List.of(config))) {
      for (int round = 0; round < 5; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 2000; i++) {
          renderer.render(world.bodies, Appearance.NOMINAL, spec, pixels);
        }
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
    }
    assertEquals(0, least);
  }

  @Test
  void aSkinThatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Gel(0, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Gel(1, -1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Gel(1, 0, Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new Gel(1, 0, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> new Pad("pad", 0, 1));
  }

  @Test
  void aPadThatIsNotThereIsNamedWithThoseThatAre() {
    ImageSpec spec = TouchConfig.forces("thumb", 2, 2);
    TouchConfig config = new TouchConfig("thumb", GEL, new CameraConfig(spec, 1, 0));
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> new TouchView(flat(), List.of(config)).close());
    assertEquals(
        "touch: expected a pad of this world, one of [pad], found thumb", error.getMessage());
  }
}
