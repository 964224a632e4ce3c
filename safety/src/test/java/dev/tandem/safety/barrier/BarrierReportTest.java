package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.safety.qp.QpStatus;
import org.junit.jupiter.api.Test;

/** How many ticks of each kind there were. */
class BarrierReportTest {
  private final BarrierReport report = new BarrierReport();

  @Test
  void ticksOfWhichAJointsLimitPushedHardestAreCountedApart() {
    report.bound(BarrierLimit.TOOL_BOX.number);
    report.bound(BarrierLimit.JOINT.number);
    report.bound(BarrierLimit.JOINT.number);
    report.bound(BarrierLimit.JOINT.number);
    report.bound(BarrierReport.NONE);
    assertEquals(5, report.bindingTicks());
    assertEquals(3, report.jointTicks());
  }

  @Test
  void whatGaveWayIsToldByItsReason() {
    report.relaxed(QpStatus.INFEASIBLE);
    report.relaxed(QpStatus.EXHAUSTED);
    report.relaxed(QpStatus.INFEASIBLE);
    assertEquals(3, report.relaxedTicks());
    assertEquals(2, report.infeasibleTicks());
    assertEquals(1, report.exhaustedTicks());
    assertEquals(0, report.brakedTicks());
  }
}
