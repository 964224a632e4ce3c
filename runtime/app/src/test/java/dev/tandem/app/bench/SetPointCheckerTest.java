package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.robot.ReducedFigures;
import dev.tandem.app.robot.SetPointFigures;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A pose that is moved by hand, tick by tick, beside limits that are easy to reckon with. */
final class SetPointCheckerTest {
  private static final double DT_SECONDS = 1e-2;
  private static final SetPointFigures LIMITS = new SetPointFigures(0.2, 5, 400, 1, 25, 2000);
  private static final ReducedFigures REDUCED = new ReducedFigures(0.25, 0.1, 0.5, 1.5, 1);

  private final LimitTable table = new LimitTable();
  private final SetPointChecker line = SetPointChecker.ofLine(LIMITS, REDUCED, DT_SECONDS, table);
  private final SetPointChecker turn = SetPointChecker.ofTurn(LIMITS, REDUCED, DT_SECONDS, table);
  private final double[] pose = {1, 0, 0, 0.4, 0, 1, 0, 0, 0, 0, 1, 0.3, 0, 0, 0, 1};
  private double angleRad;

  SetPointCheckerTest() {
    line.rests(pose);
    turn.rests(pose);
  }

  /** So fast along y, in m/s, and about z, in rad/s. */
  private void move(double metresPerSecond, double radPerSecond, boolean reduced) {
    pose[7] += metresPerSecond * DT_SECONDS;
    angleRad += radPerSecond * DT_SECONDS;
    pose[0] = Math.cos(angleRad);
    pose[1] = -Math.sin(angleRad);
    pose[4] = Math.sin(angleRad);
    pose[5] = Math.cos(angleRad);
    line.check(pose, reduced);
    turn.check(pose, reduced);
  }

  private Map<String, Long> broken() {
    Map<String, Long> broken = new HashMap<>();
    table.forEach(
        (name, worst, violations) -> {
          if (violations > 0) {
            broken.put(name, violations);
          }
        });
    return broken;
  }

  /** Up to a speed with 4 m/s2 and 20 rad/s2, and 400 m/s3 and 2,000 rad/s3. */
  private void reach(double metresPerSecond, boolean reduced) {
    for (double speed = 0.04; speed < metresPerSecond + 1e-9; speed += 0.04) {
      move(speed, 5 * speed, reduced);
    }
  }

  @Test
  void aSetPointAtItsLimitsBreaksNone() {
    reach(0.2, false);
    for (int tick = 0; tick < 50; tick++) {
      move(0.2, 1, false);
    }
    assertEquals(Map.of(), broken());
  }

  @Test
  void oneThatIsALittleTooFastIsFound() {
    reach(0.2, false);
    move(0.2001, 1.0005, false);
    assertEquals(Map.of("set_point_m_per_s", 1L, "set_point_rad_per_s", 1L), broken());
  }

  @Test
  void oneThatAcceleratesTooMuchIsFound() {
    reach(0.12, false);
    move(0.1701, 0.6, false);
    assertEquals(1L, broken().get("set_point_m_per_s2"));
    move(0.1701, 0.8505, false);
    assertEquals(1L, broken().get("set_point_rad_per_s2"));
  }

  @Test
  void oneThatJerksIsFoundAlsoWithinItsAcceleration() {
    move(0.041, 0.2, false);
    assertEquals(Map.of("set_point_m_per_s3", 1L), broken());
  }

  /** At full speed already when it is seen first. */
  @Test
  void ofOneThatWasLostItIsSaidWhatPosesSayAndNoMore() {
    line.lose();
    turn.lose();
    for (int tick = 0; tick < 50; tick++) {
      move(0.2, 1, false);
    }
    assertEquals(Map.of(), broken());
    move(0.2001, 1.0005, false);
    assertEquals(Map.of("set_point_m_per_s", 1L, "set_point_rad_per_s", 1L), broken());
  }

  @Test
  void oneThatWasLostIsJudgedAgainFromItsFourthPoseOn() {
    line.lose();
    turn.lose();
    move(9, 0, false);
    assertEquals(Map.of(), broken(), "one pose says nothing");
    move(0.21, 0, false);
    assertEquals(Map.of("set_point_m_per_s", 1L), broken());
    move(0.15, 0, false);
    assertEquals(1L, broken().get("set_point_m_per_s2"));
    assertEquals(null, broken().get("set_point_m_per_s3"));
    move(0.15, 0, false);
    assertEquals(1L, broken().get("set_point_m_per_s3"));
  }

  @Test
  void oneThatWasLostMayStillSlowDownToItsReducedSpeed() {
    line.lose();
    turn.lose();
    for (int tick = 0; tick < 5; tick++) {
      move(0.2, 1, true);
    }
    assertEquals(Map.of(), broken());
  }

  @Test
  void reducedSpeedIsAnother() {
    reach(0.12, true);
    assertEquals(
        Map.of("reduced_set_point_m_per_s", 1L, "reduced_set_point_rad_per_s", 1L), broken());
  }

  @Test
  void reducedSpeedIsAskedForOnceItMayHaveComeDown() {
    reach(0.2, false);
    for (int tick = 0; tick < 200; tick++) {
      move(0.2, 1, true);
    }
    assertEquals(Map.of(), broken());
    move(0.2, 1, true);
    assertEquals(
        Map.of("reduced_set_point_m_per_s", 1L, "reduced_set_point_rad_per_s", 1L), broken());
  }
}
