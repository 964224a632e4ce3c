package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DisturbanceTest {
  private static final double PERIOD_SECONDS = 1e-3;

  private final Disturbance disturbance = new Disturbance(2);
  private final double[] speeds = {0.5, -1};

  /** One tick in which the joints accelerate. */
  private void tick(double first, double second, double[] explained, boolean driven) {
    speeds[0] += PERIOD_SECONDS * first;
    speeds[1] += PERIOD_SECONDS * second;
    disturbance.update(speeds, explained, driven, PERIOD_SECONDS);
  }

  @Test
  void isWhatTheTorquesDoNotExplain() {
    for (int i = 0; i < 200; i++) {
      tick(3, -4, new double[] {1, -4}, true);
    }
    assertEquals(2, disturbance.acceleration[0], 1e-6);
    assertEquals(0, disturbance.acceleration[1], 1e-6);
    assertEquals(2 * 0.5, disturbance.along(new double[] {0.5, 7}), 1e-5);
  }

  @Test
  void settlesWithinTenMilliseconds() {
    disturbance.update(speeds, new double[2], true, PERIOD_SECONDS);
    for (int i = 0; i < 10; i++) {
      tick(1, 0, new double[2], true);
    }
    assertEquals(1 - Math.pow(10 / 11.0, 10), disturbance.acceleration[0], 1e-9);
  }

  @Test
  void countsTheTimeThatHasReallyPassed() {
    disturbance.update(speeds, new double[2], true, PERIOD_SECONDS);
    speeds[0] += 5 * PERIOD_SECONDS * 3;
    disturbance.update(speeds, new double[] {1, 0}, true, 5 * PERIOD_SECONDS);
    assertEquals(2 * 5 / 15.0, disturbance.acceleration[0], 1e-12);
  }

  @Test
  void theFirstTickShowsNothing() {
    tick(100, 100, new double[2], true);
    assertEquals(0, disturbance.along(new double[] {1, 1}));
  }

  @Test
  void isForgottenAfterAStop() {
    for (int i = 0; i < 50; i++) {
      tick(3, 3, new double[2], true);
    }
    tick(3, 3, new double[2], false);
    assertEquals(0, disturbance.along(new double[] {1, 1}));
  }
}
