package dev.tandem.simbridge.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.plant.ChainPlant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReachTest {
  private final Reach task = new Reach(scene -> new ChainPlant(Arm7.chain(), scene));
  private final TaskRig rig = new TaskRig(task);

  private void standBeside(double metres) {
    int tool = rig.observation.spec().block("tool").offset();
    rig.observation.set(tool, rig.get("target.0") + metres);
    rig.observation.set(tool + 1, rig.get("target.1"));
    rig.observation.set(tool + 2, rig.get("target.2"));
  }

  private double rewardBeside(double metres) {
    standBeside(metres);
    return task.reward(
        new MutableObservation(rig.observation.spec()),
        new MutableAction(task.actionSpec()),
        rig.observation);
  }

  @Test
  void equalSeedsGiveEqualEpisodesAndOthersDiffer() {
    double[] first = rig.reset(5);
    double[] other = rig.reset(6);
    assertArrayEquals(first, rig.reset(5));
    assertFalse(Arrays.equals(first, other));
  }

  @Test
  void theRewardGrowsAsTheToolNearsTheTarget() {
    rig.reset(3);
    assertEquals(-2, rewardBeside(0.2), 1e-9);
    assertEquals(-1, rewardBeside(-0.1), 1e-9);
    assertEquals(-0.05, rewardBeside(0.005), 1e-9);
  }

  @Test
  void theTaskEndsWithinACentimetre() {
    rig.reset(3);
    standBeside(0.0101);
    assertFalse(task.terminated(rig.observation));
    assertFalse(task.succeeded(rig.observation));
    standBeside(0.0099);
    assertTrue(task.terminated(rig.observation));
    assertTrue(task.succeeded(rig.observation));
  }

  @Test
  void theExpertGoesStraightToTheTarget() {
    rig.reset(3);
    var action = new MutableAction(task.actionSpec());
    standBeside(0.02);
    task.expert().act(rig.observation, action);
    assertEquals(-0.02, action.get(0), 1e-12);
    assertEquals(0, action.get(1), 1e-12);
    assertEquals(0.02, task.expert().remainingMetres(rig.observation), 1e-12);
  }

  @Test
  void featuresAreFiniteAndBoundedHoweverWildTheNumbers() {
    for (int i = 0; i < rig.observation.size(); i++) {
      rig.observation.set(i, i % 2 == 0 ? 1e9 : -1e9);
    }
    for (float feature : rig.features()) {
      assertTrue(Math.abs(feature) <= 3, "found " + feature);
    }
  }

  @Test
  void theTaskSensorWritesItsOwnChannelsOnly() {
    int own = rig.observation.spec().block("target").offset();
    var observation = new MutableObservation(rig.observation.spec());
    for (int i = 0; i < observation.size(); i++) {
      observation.set(i, 77);
    }
    task.taskSensor().sample(new MutableTick(1), observation);
    for (int i = 0; i < observation.size(); i++) {
      assertEquals(i >= own && i < own + 3, observation.get(i) != 77, "channel " + i);
    }
  }
}
