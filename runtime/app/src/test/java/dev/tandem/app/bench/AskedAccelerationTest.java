package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.model.RobotModel;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Torques that ask for so many times the limit of a joint at rest. */
final class AskedAccelerationTest {
  private static final double[] SEEN = {0, -0.6, 0, -2.2, 0, 1.6, 0.8, 0, 0, 0, 0, 0, 0, 0};
  private static final int JOINTS = 7;
  private static final double MOST_TORQUE_NM = 87;

  private final Robot robot = Robot.shipped();
  private final RobotModel model = robot.model();
  private final LimitTable table = new LimitTable();
  private AskedAcceleration asked;

  @BeforeEach
  void changesByOneNewtonMetre() {
    asked = new AskedAcceleration(model, robot.file().joints(), 1, table);
    model.update(SEEN, 0);
  }

  private void ask(double... ratios) {
    check(false, ratios);
  }

  private void giveWay(double... ratios) {
    check(true, ratios);
  }

  private void check(boolean givesWay, double... ratios) {
    List<Double> limits = robot.file().joints().maxAccelerationRadPerS2();
    double[] mass = new double[JOINTS * JOINTS];
    double[] torqueNm = new double[JOINTS];
    model.massMatrix(mass);
    model.biasTorque(SEEN, JOINTS, torqueNm);
    for (int i = 0; i < JOINTS; i++) {
      for (int k = 0; k < ratios.length; k++) {
        torqueNm[i] += mass[JOINTS * i + k] * ratios[k] * limits.get(k);
      }
    }
    asked.check(SEEN, JOINTS, torqueNm, givesWay);
  }

  private void assertCounts(int judged, int broken, int givingWay, int over) {
    LimitTable.Row keeps = table.rows().get(0);
    LimitTable.Row gives = table.rows().get(1);
    assertEquals(
        List.of((long) judged, (long) broken, (long) givingWay, (long) over),
        List.of(keeps.seen(), keeps.over(), gives.seen(), gives.over()));
  }

  @Test
  void whatIsAskedOfTheWorstJointIsJudged() {
    ask(1, -0.5);
    assertCounts(1, 0, 0, 0);
    ask(0.2, -1.01);
    assertCounts(2, 1, 0, 0);
    assertEquals(1.01, table.rows().get(0).worst(), 1e-5);
  }

  @Test
  void whereALimitGivesWayItIsOnlyCounted() {
    giveWay(3);
    giveWay(0.5);
    assertCounts(0, 0, 2, 1);
  }

  @Test
  void fromThereEveryJointComesBackTickByTick() {
    giveWay(3, -2);
    ask(2.9, -1.9);
    ask(0.9, -1.1);
    assertCounts(0, 0, 3, 3);
    ask(0.9, -1);
    assertCounts(1, 0, 3, 3);
    ask(0.9, -1.05);
    assertCounts(2, 1, 3, 3);
  }

  @Test
  void oneJointThatDoesNotBreaksItsLimit() {
    giveWay(3, -2);
    ask(2, -2.01);
    assertCounts(1, 1, 1, 1);
    ask(1.5, -1.5);
    assertCounts(2, 2, 1, 1);
  }

  @Test
  void aJointThatKeptItsLimitMayNotLeaveItOnTheWay() {
    giveWay(3, 0.5);
    ask(2, 1.1);
    assertCounts(1, 1, 1, 1);
  }

  @Test
  void itTakesNoLongerThanAllTorqueTakes() {
    int most = (int) (2 * MOST_TORQUE_NM);
    giveWay(3);
    for (int i = 1; i <= most; i++) {
      ask(3 - 0.001 * i);
    }
    assertCounts(0, 0, most + 1, most + 1);
    ask(2);
    assertCounts(1, 1, most + 1, most + 1);
  }

  @Test
  void whatWasLostExcusesNothing() {
    giveWay(3);
    asked.lose();
    ask(2);
    assertCounts(1, 1, 1, 1);
  }
}
