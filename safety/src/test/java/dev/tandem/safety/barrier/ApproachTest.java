package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApproachTest {
  private static final double EXACT = 1e-12;
  private static final double FAR_CAP = 10;

  private final Approach approach = new Approach();

  @Test
  void atADistanceTheSpeedIsWhatBrakingUndoesLessTheOffset() {
    approach.boundByDistance(0.5, 4, 0.3, FAR_CAP);
    assertEquals(2 - 0.3, approach.bound, EXACT, "sqrt(2 4 0.5) = 2");
  }

  @Test
  void farAwayTheCapHoldsAndStandsStill() {
    approach.speed = 1;
    approach.boundByDistance(100, 4, 0.3, 1.5);
    assertEquals(1.5, approach.bound);
    assertEquals(0, approach.boundRate);
  }

  @Test
  void whereTheOffsetEatsTheBoundNothingMayComeCloser() {
    approach.speed = 1;
    approach.boundByDistance(0.001, 4, 0.3, FAR_CAP);
    assertEquals(0, approach.bound);
    assertEquals(0, approach.boundRate, "it falls no further");
  }

  @ParameterizedTest
  @CsvSource({"-0.01, -0.1", "-0.1, -0.3"})
  void whatIsOutsideComesBackInATenthOfASecondNoFasterThanTheOffset(
      double distance, double expected) {
    approach.speed = 1;
    approach.boundByDistance(0.5, 4, 0.3, FAR_CAP);
    approach.boundByDistance(distance, 4, 0.3, FAR_CAP);
    assertEquals(expected, approach.bound, EXACT);
    assertEquals(0, approach.boundRate);
  }

  @Test
  void theBoundFallsAsFastAsTheDistanceIsUsedUp() {
    double stepSeconds = 1e-6;
    approach.speed = 0.7;
    approach.boundByDistance(0.5 - 0.7 * stepSeconds, 4, 0.3, FAR_CAP);
    double after = approach.bound;
    approach.boundByDistance(0.5 + 0.7 * stepSeconds, 4, 0.3, FAR_CAP);
    double before = approach.bound;
    approach.boundByDistance(0.5, 4, 0.3, FAR_CAP);
    assertEquals((after - before) / (2 * stepSeconds), approach.boundRate, 1e-6);
    assertTrue(approach.boundRate < -1, "it does fall: " + approach.boundRate);
  }

  @Test
  void onTheWayBackTheBoundIsNotRaised() {
    approach.speed = -0.7;
    approach.boundByDistance(0.5, 4, 0.3, FAR_CAP);
    assertEquals(0, approach.boundRate);
  }

  /** The acceleration a for which a^2 / 2 jerk + jerk response^2 / 2 is the reserve. */
  @Test
  void farFromTheBoundASpeedGrowsNoFasterThanTheJerkCanUndo() {
    approach.maxDeceleration = 100;
    approach.bound = 0.85;
    assertEquals(4, approach.mostAcceleration(0.1, 10), EXACT);
  }

  @Test
  void closeToTheBoundItIsReachedInTheResponseTime() {
    approach.maxDeceleration = 100;
    approach.bound = 1.05;
    approach.speed = 1;
    assertEquals(0.5, approach.mostAcceleration(0.1, 10), EXACT);
    approach.speed = 1.25;
    assertEquals(-2, approach.mostAcceleration(0.1, 10), EXACT, "too fast");
  }

  @Test
  void brakesNoHarderThanTwiceWhatIsCountedOn() {
    approach.boundByDistance(-0.5, 0.5, 0.3, FAR_CAP);
    approach.speed = 1;
    assertEquals(-1, approach.mostAcceleration(0.1, 10), EXACT);
  }

  @Test
  void followsABoundThatFalls() {
    approach.maxDeceleration = 100;
    approach.bound = 1;
    approach.speed = 1;
    approach.boundRate = -3;
    assertEquals(-3, approach.mostAcceleration(0.1, 10), EXACT);
  }

  @Test
  void whatGrowsBySelfIsTakenOffEvenFromTheHardestBraking() {
    approach.maxDeceleration = 100;
    approach.bound = 1;
    approach.speed = 1;
    approach.drift = 0.4;
    assertEquals(-0.4, approach.mostAcceleration(0.1, 10), EXACT);
    approach.maxDeceleration = 5;
    approach.bound = -9;
    assertEquals(-5.4, approach.mostAcceleration(0.1, 10), EXACT);
  }
}
