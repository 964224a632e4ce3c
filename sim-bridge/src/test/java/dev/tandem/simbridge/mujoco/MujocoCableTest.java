package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.world.Cable;
import dev.tandem.simbridge.world.TableScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MujocoCableTest {
  private static final double[] HOME_RAD = {0, -0.785, 0, -2.35, 0, 1.57, Math.PI / 4};
  private static final Cable CABLE = TableScene.CABLE.cable();

  private final MujocoTable world =
      new MujocoTable(Natives.mujoco(), Arm7.withGripper(), TableScene.CABLE);

  @AfterEach
  void close() {
    world.close();
  }

  private double[] observe() {
    MutableObservation observation = new MutableObservation(world.observationSpec());
    world.observe(observation);
    double[] values = new double[observation.size()];
    observation.copyTo(values, 0);
    return values;
  }

  private int cable() {
    return world.observationSpec().block("cable").offset();
  }

  private void wait(int ticks) {
    MutableCommand none = new MutableCommand(world.commandSpec());
    for (int i = 0; i < ticks; i++) {
      world.step(none, 0.002);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.49, 0.15", "0.46, -0.17"})
  void theCableLiesFlatAndStillWithItsEndWhereItWasPut(double x, double y) {
    world.place(HOME_RAD, x, y);
    double[] before = observe();
    int plug = world.observationSpec().block("plug").offset();
    assertTrue(Math.hypot(before[plug] - x, before[plug + 1] - y) < 0.014);
    wait(150);
    double[] after = observe();
    for (int link = 0; link < CABLE.links(); link++) {
      int at = cable() + 3 * link;
      assertEquals(before[at], after[at], 2e-3, "link " + link);
      assertEquals(before[at + 1], after[at + 1], 2e-3, "link " + link);
      assertEquals(0.004, after[at + 2], 1e-3, "link " + link);
    }
  }

  @Test
  void theLinksAreAsLongAsTheScenesAndBeginAtItsAnchor() {
    world.place(HOME_RAD, 0.28, 9);
    double[] seen = observe();
    assertEquals(CABLE.anchorXMetres(), seen[cable()], 1e-9);
    assertEquals(CABLE.anchorYMetres() + CABLE.linkMetres() / 2, seen[cable() + 1], 1e-9);
    double last = seen[cable() + 3 * (CABLE.links() - 1) + 1];
    assertEquals(CABLE.anchorYMetres() + 9.5 * CABLE.linkMetres(), last, 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"near, 0.38", "far, 0.46"})
  void theModelsPostsStandWhereTheTasksClipsAre(String clip, double x) {
    double[] left = post(clip + "_left");
    double[] right = post(clip + "_right");
    assertArrayEquals(new double[] {x, 0.011, 0.01}, left, 1e-12);
    assertArrayEquals(new double[] {x, -0.011, 0.01}, right, 1e-12);
  }

  private double[] post(String name) {
    int geom = world.model().id(MujocoModel.Kind.GEOM, name);
    double[] all = world.state().numbers("geom_xpos", 3L * (geom + 1)).toArray(JAVA_DOUBLE);
    return new double[] {all[3 * geom], all[3 * geom + 1], all[3 * geom + 2]};
  }

  @Test
  void aThingThatEndsACableIsNotPutElsewhere() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> world.placeThing(0, 0.5, 0, 0.3));
    assertEquals("plug: expected a loose thing, found one that ends a cable", refusal.getMessage());
  }

  @Test
  void equalCommandsGiveEqualCablesBitForBit() {
    world.place(HOME_RAD, 0.49, 0.15);
    wait(100);
    double[] first = observe();
    world.place(HOME_RAD, 0.46, -0.17);
    wait(20);
    world.place(HOME_RAD, 0.49, 0.15);
    wait(100);
    assertArrayEquals(first, observe());
  }
}
