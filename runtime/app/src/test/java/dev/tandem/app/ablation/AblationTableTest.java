package dev.tandem.app.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.train.EvaluationSummary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AblationTableTest {
  private static ArmRun run(Arm arm, long seed, int... successesOfTen) {
    List<EvaluationSummary> evaluations = new ArrayList<>();
    for (int successes : successesOfTen) {
      long step = 100L * (evaluations.size() + 1);
      evaluations.add(new EvaluationSummary("policy", step, 10, successes, 0, 1));
    }
    return new ArmRun(arm, seed, evaluations);
  }

  @Test
  void aSingleLuckyEvaluationIsNotTheGoal() {
    assertEquals(400, run(Arm.BOTH, 1, 2, 9, 5, 9, 10).stepsToGoal().orElse(-1));
  }

  @Test
  void theLastEvaluationAloneConfirmsNothing() {
    ArmRun run = run(Arm.BOTH, 1, 2, 5, 10);
    assertTrue(run.stepsToGoal().isEmpty());
    assertEquals(300, run.stepsAtLeast());
  }

  @Test
  void medianAndCountAreOfTheArmAlone() {
    AblationTable table =
        new AblationTable(
            List.of(
                run(Arm.BOTH, 1, 9, 9, 9),
                run(Arm.BOTH, 2, 0, 9, 9),
                run(Arm.BOTH, 3, 0, 0, 9),
                run(Arm.NEITHER, 1, 0, 0, 0)));
    assertEquals(200, table.medianSteps(Arm.BOTH));
    assertEquals(2, table.reached(Arm.BOTH));
    assertEquals(0, table.reached(Arm.NEITHER));
    assertTrue(table.markdown().contains("100, 200, > 300"), table.markdown());
  }

  @Test
  void theIntervalIsStudents() {
    // By hand: squares sum to 50, standard error sqrt(50 / 4 / 5), t of 4 degrees 2.776.
    Interval interval = Interval.of(1, 2, 3, 4, 10);
    assertEquals(4, interval.mean());
    assertEquals(2.776 * Math.sqrt(2.5), interval.half(), 1e-9);
    assertTrue(Double.isNaN(Interval.of(3).half()));
  }
}
