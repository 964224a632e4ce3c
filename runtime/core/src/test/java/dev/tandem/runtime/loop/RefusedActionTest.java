package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusedActionTest {
  private static final ActionFilter PASSES = (tick, observation, action) -> Verdict.PASSED;
  private static final ActionFilter REFUSES_ABOVE_HALF = new Half("Half");

  private record Half(String name) implements ActionFilter {
    @Override
    public Verdict apply(Tick tick, Observation observation, MutableAction action) {
      return action.get(0) > 0.5 ? Verdict.STOP : Verdict.PASSED;
    }
  }

  private static LoopRig refused(ActionFilter... filters) {
    LoopRig rig = new LoopRig(filters);
    rig.policy.push = 0.6;
    rig.ticks(2);
    return rig;
  }

  @Test
  void aRefusedActionIsHeldBackAndStopsTheRobotWhenTheSupervisorSaysSo() {
    LoopRig rig = refused(PASSES, REFUSES_ABOVE_HALF);
    assertTrue(rig.loop.isStopped());
    assertEquals(1, rig.robot.writes);
    assertEquals(0, rig.robot.lastForce);
    assertEquals(1, rig.robot.madeSafe);
    assertEquals(Verdict.STOP, rig.sink.record.verdict);
  }

  @Test
  void theReportNamesTheActionFilterThatRefused() {
    LoopRig rig = refused(PASSES, REFUSES_ABOVE_HALF);
    assertEquals(Fault.ACTION_UNUSABLE, rig.loop.stopReport().cause());
    assertEquals("tick 1, Half refused the action", rig.why());
  }

  @Test
  void theFirstOfTwoFiltersThatRefuseIsNamed() {
    LoopRig rig = refused(REFUSES_ABOVE_HALF, new Half("Another"));
    assertEquals("tick 1, Half refused the action", rig.why());
  }

  @Test
  void filtersBehindOneThatRefusesAreNotAsked() {
    boolean[] asked = new boolean[1];
    ActionFilter notes =
        (tick, observation, action) -> {
          asked[0] = true;
          return Verdict.PASSED;
        };
    refused(REFUSES_ABOVE_HALF, notes);
    assertFalse(asked[0]);
  }

  @Test
  void nothingOfARefusedActionIsApplied() {
    LoopRig rig = refused(REFUSES_ABOVE_HALF);
    assertEquals(0.6, rig.sink.record.requestedAction[0]);
    assertEquals(0, rig.sink.record.appliedAction[0]);
  }

  @Test
  void anActionThatIsDroppedIsAChange() {
    LoopRig rig = new LoopRig(REFUSES_ABOVE_HALF);
    rig.policy.push = 0.6;
    rig.ticks(1);
    assertEquals(Verdict.MODIFIED, rig.sink.record.verdict, "refused by a filter");
    rig = new LoopRig();
    rig.policy.push = Double.NaN;
    rig.ticks(1);
    assertEquals(Verdict.MODIFIED, rig.sink.record.verdict, "not finite");
  }

  @Test
  void whatTheFiltersDidToOneActionIsNotSaidOfTheNext() {
    LoopRig rig =
        new LoopRig(
            (tick, observation, action) -> action.get(0) > 0.5 ? Verdict.MODIFIED : Verdict.PASSED);
    rig.policy.push = 0.6;
    rig.ticks(1);
    assertEquals(1, rig.sink.record.modifiedActionMask);
    rig.policy.push = 0.4;
    rig.ticks(LoopRig.TICKS_PER_DECISION);
    assertEquals(0, rig.sink.record.modifiedActionMask);
    assertEquals(Verdict.PASSED, rig.sink.record.verdict);
  }

  @Test
  void theStopLatchesUntilTheSupervisorRecovers() {
    LoopRig rig = refused(REFUSES_ABOVE_HALF);
    rig.policy.push = 0.3;
    rig.ticks(10);
    assertEquals(1, rig.robot.writes);
    assertEquals(11, rig.robot.madeSafe);
    rig.supervisor.recover();
    rig.loop.startEpisode(1);
    rig.ticks(1);
    assertEquals(2, rig.robot.writes);
    assertEquals("no stop", rig.why());
  }

  @Test
  void anActionThatIsOnlyCutDoesNotStop() {
    LoopRig rig =
        refused(
            (tick, observation, action) -> {
              action.set(0, 0.5);
              return Verdict.MODIFIED;
            },
            REFUSES_ABOVE_HALF);
    assertFalse(rig.loop.isStopped());
    assertEquals(0.5, rig.sink.record.appliedAction[0]);
    assertEquals(Verdict.MODIFIED, rig.sink.record.verdict);
  }

  @Test
  void aNotFiniteActionMadeByAFilterIsRefusedInTheFiltersName() {
    LoopRig rig =
        refused(
            PASSES,
            (tick, observation, action) -> {
              action.set(0, Double.NaN);
              return Verdict.PASSED;
            });
    assertTrue(rig.why().endsWith(" refused the action"), rig.why());
    assertFalse(rig.why().contains(Half.class.getSimpleName()), rig.why());
    assertEquals(0, rig.sink.record.appliedAction[0]);
  }

  @Test
  void theSupervisorIsToldWhichActionFilterChangedTheHeldActionWhileItIsHeld() {
    ActionFilter changes = (tick, observation, action) -> Verdict.MODIFIED;
    LoopRig rig = new LoopRig(PASSES, changes);
    rig.ticks(1);
    assertEquals(0, rig.supervisor.seen.modifiedActionMask, "decided after the supervisor");
    rig.ticks(1);
    assertEquals(0b10, rig.supervisor.seen.modifiedActionMask);
    rig.supervisor.ordered = Optional.of(Mode.ARMED);
    rig.ticks(2);
    assertEquals(0, rig.supervisor.seen.modifiedActionMask, "nobody drives");
  }
}
