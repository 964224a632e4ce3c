package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MujocoBoxesTest {
  private static final double[] HOME_RAD = {0, -0.785, 0, -2.35, 0, 1.57, Math.PI / 4};

  private final TableWorld world =
      new MujocoTable(Natives.mujoco(), Arm7.withGripper(), TableScene.BOXES);

  @AfterEach
  void close() {
    world.close();
  }

  private double get(String channel) {
    MutableObservation observation = new MutableObservation(world.observationSpec());
    world.observe(observation);
    return observation.get(world.observationSpec().indexOf(channel));
  }

  private void wait(int ticks) {
    MutableCommand none = new MutableCommand(world.commandSpec());
    for (int i = 0; i < ticks; i++) {
      world.step(none, 0.002);
    }
  }

  @Test
  void eachBoxLiesWhereItWasPut() {
    world.place(HOME_RAD, 0.35, 0.2, 0.45, -0.2);
    wait(20);
    assertEquals(0.35, get("red.0"), 1e-4);
    assertEquals(0.2, get("red.1"), 1e-4);
    assertEquals(0.45, get("blue.0"), 1e-4);
    assertEquals(-0.2, get("blue.1"), 1e-4);
    assertEquals(TableWorld.BOX_HALF_METRES, get("red.2"), 1e-3);
    assertEquals(TableWorld.BOX_HALF_METRES, get("blue.2"), 1e-3);
  }

  @Test
  void aBoxOnTheOtherLiesTwiceAsHighAndMovesNeither() {
    world.place(HOME_RAD, 0.35, 0.2, 0.45, -0.2);
    world.placeThing(1, 0.35, 0.2, 0.06);
    wait(100);
    assertEquals(0.06, get("blue.2"), 2e-3);
    assertEquals(0.35, get("red.0"), 1e-3);
    assertEquals(0.2, get("blue.1"), 1e-3);
  }

  @ParameterizedTest
  @CsvSource({"red_place, 0.5, 0.12", "blue_place, 0.5, -0.12"})
  void theModelMarksThePlacesOfTheTaskFlatOnTheTable(String mark, double x, double y) {
    MujocoModel model = ((MujocoTable) world).model();
    int site = model.id(MujocoModel.Kind.SITE, mark);
    MujocoState state = ((MujocoTable) world).state();
    double[] at = state.numbers("site_xpos", 3L * (site + 1)).toArray(JAVA_DOUBLE);
    assertEquals(x, at[3 * site], 1e-12);
    assertEquals(y, at[3 * site + 1], 1e-12);
    assertTrue(at[3 * site + 2] < 0.001);
  }
}
