package dev.tandem.simbridge.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.camera.CameraConfig;
import dev.tandem.simbridge.camera.Cameras;
import dev.tandem.simbridge.camera.MeanEncoder;
import dev.tandem.simbridge.camera.NumberedWorld;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.world.TableScene;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeenTaskTest {
  private static final List<String> SHOWN =
      List.of("to_cube.0", "to_cube.1", "to_cube.2", "cube.0", "cube.1", "cube.2");

  private final HandWrittenTable world = new HandWrittenTable(TableScene.CUBE);
  private final PickCube truth = PickCube.dense(world);
  private final NumberedWorld eye = new NumberedWorld();
  private final SimulatedTask sighted = new SightedTask(truth, cameras());
  private final SeenTask task = new SeenTask(sighted, encoder(SHOWN));

  @AfterEach
  void close() {
    eye.close();
  }

  private Cameras cameras() {
    return Cameras.of(List.of(new CameraConfig(NumberedWorld.IMAGE, 1, 0)), eye);
  }

  private static MeanEncoder encoder(List<String> names) {
    return new MeanEncoder(List.of(NumberedWorld.IMAGE), names);
  }

  private static float[] state(PickCube task, MutableObservation seen) {
    float[] features = new float[task.encoder().size()];
    task.encoder().encode(seen, features);
    return features;
  }

  private float[] features(MutableObservation seen) {
    float[] features = new float[task.encoder().size()];
    task.encoder().encode(seen, features);
    return features;
  }

  private MutableObservation observed() {
    MutableObservation seen = new MutableObservation(task.observationSpec());
    double[] inner = new double[truth.observationSpec().size()];
    world.observed().copyTo(inner, 0);
    for (int i = 0; i < inner.length; i++) {
      seen.set(i, inner[i]);
    }
    return seen;
  }

  @Test
  void whereTheCubeReallyIsMakesNoDifferenceToThePolicy() {
    world.placeThing(0, 0.3, 0.1, 0.02);
    MutableObservation here = observed();
    world.placeThing(0, 0.5, -0.2, 0.3);
    MutableObservation there = observed();
    assertFalse(Arrays.equals(state(truth, here), state(truth, there)));
    assertArrayEquals(features(here), features(there));
    int sight = task.observationSpec().block("sight").offset();
    there.set(sight, 0.7);
    assertFalse(Arrays.equals(features(here), features(there)));
  }

  @Test
  void theArmIsFeltAndTheNumbersComeLastNamedWithTheEncoder() {
    List<String> names = task.encoder().names();
    assertEquals("sight.cube.2@0123456789ab", names.get(names.size() - 1));
    assertEquals(7 + SHOWN.size(), names.size());
    assertEquals(names.size(), task.encoder().size());
    assertTrue(names.subList(0, 7).stream().noneMatch(name -> name.contains("cube")));
    MutableObservation seen = observed();
    float[] before = features(seen);
    world.tool = new double[] {0.4, 0.1, 0.2};
    assertFalse(Arrays.equals(before, features(observed())));
    int sight = task.observationSpec().block("sight").offset();
    for (int i = 0; i < SHOWN.size(); i++) {
      seen.set(sight + i, 10 + i);
      assertEquals(10 + i, features(seen)[7 + i]);
    }
  }

  @Test
  void rewardAndSuccessGoByTheTruth() {
    world.placeThing(0, 0.4, 0, 0.2);
    world.tool = new double[] {0.4, 0, 0.2};
    assertTrue(task.succeeded(observed()));
    world.placeThing(0, 0.4, 0, 0.02);
    assertFalse(task.succeeded(observed()));
  }

  @Test
  void theSceneInMetresIsWhereTheCubeIs() {
    world.placeThing(0, 0.5, -0.2, 0.3);
    world.tool = new double[] {0.4, 0.1, 0.2};
    Scene scene = truth.scene().orElseThrow();
    float[] shown = new float[6];
    scene.shown().encode(world.observed(), shown);
    double[] expected = {0.1, -0.3, 0.1, 0.1, -0.2, 0.05};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], scene.metresPerUnit()[i] * shown[i], 1e-6, SHOWN.get(i));
    }
    assertEquals(SHOWN, scene.shown().names());
  }

  @Test
  void anEncoderOfSomethingElseAndATaskWithoutASceneAreRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> new SeenTask(sighted, encoder(List.of("hole"))));
    assertTrue(String.valueOf(error.getMessage()).contains("found one of [hole]"));
    SimulatedTask sceneless = new Reach(scene -> new ChainPlant(Arm7.chain(), scene));
    var none = assertThrows(IllegalArgumentException.class, () -> SeenTask.sceneOf(sceneless));
    assertTrue(String.valueOf(none.getMessage()).contains("found reach"), none.getMessage());
  }
}
