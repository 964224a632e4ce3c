package dev.tandem.simbridge.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.plant.ChainPlant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PegInsertTest {
  /** Low, because a peg that is still gathering speed sways by a millimetre. */
  private static final double START_HEIGHT_METRES = 0.0003;

  private final PegInsert task = new PegInsert(scene -> new ChainPlant(Arm7.chain(), scene));
  private final TaskRig rig = new TaskRig(task);

  /** Of the true hole, which only the expert knows: x, y and the plate's top. */
  private final double[] hole = new double[3];

  @BeforeEach
  void startEpisode() {
    rig.reset(1);
    findHole();
  }

  /** The expert's remaining way is the distance to a point 2 cm deep in the true hole. */
  private void findHole() {
    var probe = new MutableObservation(rig.observation.spec());
    double atOrigin = squareFrom(probe, 0, 0);
    hole[0] = (atOrigin - squareFrom(probe, 1, 0) + 1) / 2;
    hole[1] = (atOrigin - squareFrom(probe, 0, 1) + 1) / 2;
    hole[2] = PegHole.PLATE_TOP_METRES;
  }

  private double squareFrom(MutableObservation probe, double x, double y) {
    int tool = probe.spec().block("tool").offset();
    probe.set(tool, x);
    probe.set(tool + 1, y);
    double metres = task.expert().remainingMetres(probe);
    return metres * metres;
  }

  private void lower(double besideX, double besideY) {
    rig.place(hole[0] + besideX, hole[1] + besideY, hole[2] + START_HEIGHT_METRES);
    rig.pressDown(15);
  }

  @Test
  void equalSeedsGiveEqualEpisodesAndOthersDiffer() {
    double[] first = rig.reset(5);
    double[] other = rig.reset(6);
    assertArrayEquals(first, rig.reset(5));
    assertFalse(Arrays.equals(first, other));
  }

  @Test
  void whatIsFeltFollowsFromTheSeedToo() {
    rig.reset(5);
    rig.pressDown(2);
    double[] first = rig.observe();
    rig.reset(5);
    rig.pressDown(2);
    assertArrayEquals(first, rig.observe());
  }

  @Test
  void theHoleIsSeenWithAnErrorThatFillsADiscOfThreeMillimetres() {
    double greatest = 0;
    int near = 0;
    for (long seed = 0; seed < 500; seed++) {
      rig.reset(seed);
      findHole();
      double error = Math.hypot(rig.get("hole.0") - hole[0], rig.get("hole.1") - hole[1]);
      assertTrue(error <= PegInsert.MAX_HOLE_ERROR_METRES + 1e-9, "seed " + seed + ": " + error);
      assertEquals(hole[2], rig.get("hole.2"));
      greatest = Math.max(greatest, error);
      near += error < PegInsert.MAX_HOLE_ERROR_METRES / 2 ? 1 : 0;
    }
    assertTrue(greatest > 0.0029, "greatest error " + greatest);
    assertEquals(0.25, near / 500.0, 0.08);
  }

  @Test
  void thePegStartsAboveThePlateNearTheSeenHole() {
    for (long seed = 0; seed < 100; seed++) {
      rig.reset(seed);
      double height = rig.get("tool.2") - PegHole.PLATE_TOP_METRES;
      assertTrue(height > 0.0299 && height < 0.0601, "seed " + seed + ": " + height);
      assertEquals(0, rig.get("tool.0") - rig.get("hole.0"), 0.0301);
      assertEquals(0, rig.get("tool.1") - rig.get("hole.1"), 0.0301);
    }
  }

  @Test
  void aPegLoweredOverTheTrueHoleGoesIn() {
    lower(0, 0);
    assertTrue(task.succeeded(rig.observation), "tool at " + rig.get("tool.2"));
    assertTrue(task.terminated(rig.observation));
    assertTrue(rig.get("tool.2") > hole[2] - PegHole.HOLE_DEPTH_METRES - 0.001);
  }

  @ParameterizedTest
  @CsvSource({
    "0.002, 0, wrench.ty, -1",
    "-0.002, 0, wrench.ty, 1",
    "0, 0.002, wrench.tx, 1",
    "0, -0.002, wrench.tx, -1"
  })
  void aPegLoweredBesideTheHoleStandsOnTheRimAndFeelsWhere(
      double besideX, double besideY, String torque, int sign) {
    lower(besideX, besideY);
    assertFalse(task.succeeded(rig.observation));
    assertEquals(hole[2], rig.get("tool.2"), 0.002);
    assertTrue(rig.get("wrench.fz") > 5, "found " + rig.get("wrench.fz") + " N");
    assertTrue(sign * rig.get(torque) > 0.05, "found " + rig.get(torque) + " Nm");
  }

  @Test
  void onlyDeeperThanFifteenMillimetresIsSuccess() {
    int tool = rig.observation.spec().block("tool").offset();
    var before = new MutableObservation(rig.observation.spec());
    var applied = new MutableAction(task.actionSpec());
    rig.observation.set(tool + 2, hole[2] - 0.0149);
    assertFalse(task.succeeded(rig.observation));
    assertFalse(task.terminated(rig.observation));
    assertEquals(0, task.reward(before, applied, rig.observation));
    rig.observation.set(tool + 2, hole[2] - 0.0151);
    assertTrue(task.succeeded(rig.observation));
    assertTrue(task.terminated(rig.observation));
    assertEquals(1, task.reward(before, applied, rig.observation));
  }

  @Test
  void featuresAreFiniteAndBoundedHoweverWildTheNumbers() {
    for (int i = 0; i < rig.observation.size(); i++) {
      rig.observation.set(i, i % 2 == 0 ? 1e9 : -1e9);
    }
    for (float feature : rig.features()) {
      assertTrue(Math.abs(feature) <= 2, "found " + feature);
    }
  }

  @Test
  void theTaskSensorWritesItsOwnChannelsOnly() {
    int own = rig.observation.spec().block("hole").offset();
    var observation = new MutableObservation(rig.observation.spec());
    for (int i = 0; i < observation.size(); i++) {
      observation.set(i, 77);
    }
    assertEquals(IoStatus.OK, task.taskSensor().sample(new MutableTick(1), observation));
    for (int i = 0; i < observation.size(); i++) {
      assertEquals(i >= own && i < own + 3, observation.get(i) != 77, "channel " + i);
    }
  }
}
