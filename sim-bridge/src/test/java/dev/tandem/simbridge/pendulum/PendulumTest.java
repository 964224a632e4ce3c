package dev.tandem.simbridge.pendulum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendulumTest {
  private static final double DT_SECONDS = Pendulum.DECISION_SECONDS;
  private final Pendulum task = new Pendulum();
  private final PendulumPlant plant = task.simulator();
  private final MutableObservation before = new MutableObservation(plant.observationSpec());
  private final MutableObservation after = new MutableObservation(plant.observationSpec());
  private final MutableCommand command = new MutableCommand(plant.commandSpec());
  private final MutableAction action = new MutableAction(task.actionSpec());

  private void step(double torqueNm) {
    command.set(0, torqueNm);
    plant.step(command, DT_SECONDS);
    plant.observe(after);
  }

  private double reward(double angleRad, double velocityRadPerS, double torqueNm) {
    plant.place(angleRad, velocityRadPerS);
    plant.observe(before);
    action.set(0, torqueNm);
    return task.reward(before, action, after);
  }

  /** Kinetic and potential energy of a rod of 1 kg and 1 m about its end, J; zero when level. */
  private static double energyJoules(MutableObservation state) {
    double inertia = 1.0 / 3;
    return 0.5 * inertia * state.get(2) * state.get(2) + 10 * 0.5 * state.get(0);
  }

  @Test
  void aStepFromLevelIsWhatPaperAndPencilGive() {
    plant.place(Math.PI / 2, 1);
    step(2);
    // 1 + (15 * 1 + 3 * 2) * 0.05 = 2.05 rad/s, then pi/2 + 2.05 * 0.05 = pi/2 + 0.1025 rad
    assertEquals(2.05, after.get(2), 1e-12);
    assertEquals(Math.cos(Math.PI / 2 + 0.1025), after.get(0), 1e-12);
    assertEquals(Math.sin(Math.PI / 2 + 0.1025), after.get(1), 1e-12);
  }

  @Test
  void gravityPullsAwayFromUprightOnEitherSide() {
    plant.place(-Math.PI / 6, 0);
    step(0);
    assertEquals(-15 * 0.5 * 0.05, after.get(2), 1e-12);
  }

  @Test
  void torqueAndSpeedAreCutAtTheirLimits() {
    plant.place(0, 0);
    step(-50);
    assertEquals(-3 * 2 * 0.05, after.get(2), 1e-12);
    plant.place(Math.PI / 2, 7.9);
    step(2);
    assertEquals(8, after.get(2));
    plant.place(-Math.PI / 2, -7.9);
    step(-2);
    assertEquals(-8, after.get(2));
  }

  @Test
  void freeSwingingKeepsItsEnergyAsTheStepShrinks() {
    plant.place(2, 0.5);
    plant.observe(after);
    double start = energyJoules(after);
    command.set(0, 0);
    for (int i = 0; i < 100_000; i++) {
      plant.step(command, 1e-4);
      plant.observe(after);
      assertEquals(start, energyJoules(after), 5e-3, "after step " + i);
    }
  }

  @Test
  void theMotorsWorkIsTheEnergyGained() {
    plant.place(Math.PI, 0.5);
    plant.observe(after);
    double start = energyJoules(after);
    double workJoules = 0;
    command.set(0, 1.5);
    for (int i = 0; i < 5000; i++) {
      plant.step(command, 1e-4);
      plant.observe(after);
      workJoules += 1.5 * after.get(2) * 1e-4;
    }
    assertEquals(start + workJoules, energyJoules(after), 5e-3);
    assertTrue(workJoules > 0.5, "work " + workJoules);
  }

  @Test
  void theRewardIsOfTheStateThatWasLeft() {
    assertEquals(-(0.25 + 0.1 * 9 + 0.001 * 4), reward(-0.5, 3, 2), 1e-12);
    assertEquals(0, reward(0, 0, 0), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, -1, 1, 2})
  void fullTurnsDoNotCountInTheReward(int turns) {
    assertEquals(-4, reward(2 + 2 * Math.PI * turns, 0, 0), 1e-9);
    assertEquals(-Math.PI * Math.PI, reward(Math.PI + 2 * Math.PI * turns, 0, 0), 1e-9);
  }

  @Test
  void equalSeedsGiveEqualStartsAndOthersDiffer() {
    double[] first = start(5);
    double[] other = start(6);
    assertArrayEquals(first, start(5));
    assertFalse(Arrays.equals(first, other));
  }

  @Test
  void startsCoverTheWholeCircleAtLittleSpeed() {
    double leastCos = 1;
    double mostCos = -1;
    double fastest = 0;
    for (int seed = 0; seed < 500; seed++) {
      double[] start = start(seed);
      leastCos = Math.min(leastCos, start[0]);
      mostCos = Math.max(mostCos, start[0]);
      fastest = Math.max(fastest, Math.abs(start[2]));
    }
    assertTrue(leastCos < -0.99 && mostCos > 0.99, leastCos + " .. " + mostCos);
    assertTrue(fastest > 0.95 && fastest <= 1, "fastest " + fastest);
  }

  @Test
  void onlyUprightAndStillIsSuccessAndNothingEndsTheTask() {
    assertTrue(succeeded(0.09, 0.49));
    assertFalse(succeeded(0.11, 0));
    assertFalse(succeeded(0, -0.51));
    assertFalse(succeeded(Math.PI, 0));
    assertFalse(task.terminated(after));
  }

  @Test
  void theBrakeHoldsTheRod() {
    plant.place(1, 3);
    plant.brake(DT_SECONDS);
    plant.observe(after);
    assertEquals(Math.cos(1), after.get(0));
    assertEquals(0, after.get(2));
  }

  @Test
  void featuresAreWithinOne() {
    plant.place(2, -8);
    plant.observe(after);
    float[] features = new float[task.encoder().size()];
    task.encoder().encode(after, features);
    assertArrayEquals(new float[] {(float) Math.cos(2), (float) Math.sin(2), -1}, features);
  }

  @Test
  void thereIsNoCamera() {
    MutableImage image = new MutableImage(new ImageSpec("front", 2, 2, 3));
    assertThrows(UnsupportedOperationException.class, () -> plant.render("front", image));
    assertTrue(plant.capabilities().isEmpty());
  }

  private boolean succeeded(double angleRad, double velocityRadPerS) {
    plant.place(angleRad, velocityRadPerS);
    plant.observe(after);
    return task.succeeded(after);
  }

  private double[] start(long seed) {
    task.reset(seed);
    plant.observe(after);
    double[] values = new double[after.size()];
    after.copyTo(values, 0);
    return values;
  }
}
