package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlLoopTest {
  private final LoopRig rig = new LoopRig();

  private static final class Halves implements ActionFilter {
    @Override
    public Verdict apply(Tick tick, Observation observation, MutableAction action) {
      action.set(0, action.get(0) / 2);
      action.limitedBy(3);
      return Verdict.MODIFIED;
    }

    @Override
    public List<String> limitNames() {
      return List.of("half");
    }
  }

  @Test
  void aTickPublishesEverythingItKnewAndDid() {
    rig.policy.push = 0.8;
    rig.loop.startEpisode(4);
    rig.ticks(1);
    var record = rig.sink.record;
    assertArrayEquals(new double[] {0.25, -0.5}, record.observation);
    assertEquals(0.8, record.requestedAction[0]);
    assertEquals(0.8, record.appliedAction[0]);
    assertEquals(8, record.proposedCommand[0]);
    assertEquals(5, record.appliedCommand[0]);
    assertEquals(Verdict.MODIFIED, record.verdict);
    assertEquals(1, record.modifiedMask);
    assertEquals(Origin.POLICY, record.origin);
    assertEquals(7, record.policyVersion);
    assertEquals(4, record.episode);
    assertEquals(0, record.step);
    assertTrue(record.decided);
    assertFalse(record.episodeEnd);
  }

  @Test
  void aTickSaysWhereTheControllerPullsWhereItPullsSomewhere() {
    rig.ticks(1);
    assertFalse(rig.sink.record.hasSetPoint);
    rig.controller.pulls = true;
    rig.ticks(LoopRig.TICKS_PER_DECISION);
    assertTrue(rig.sink.record.hasSetPoint);
    assertEquals(2, rig.sink.record.setPoint[3]);
    rig.loop.endEpisode();
    assertFalse(rig.sink.record.hasSetPoint, "it was not asked in this tick");
  }

  @Test
  void requestedAndAppliedActionAreKeptApart() {
    LoopRig halved = new LoopRig(new Halves());
    halved.ticks(1);
    assertEquals(0.3, halved.sink.record.requestedAction[0]);
    assertEquals(0.15, halved.sink.record.appliedAction[0]);
    assertEquals(1.5, halved.sink.record.proposedCommand[0]);
    assertEquals(Verdict.MODIFIED, halved.sink.record.verdict);
  }

  @Test
  void whichActionFilterChangedTheActionIsPublishedWithTheNamesOfAll() {
    ActionFilter passes = (tick, observation, action) -> Verdict.PASSED;
    LoopRig filtered = new LoopRig(passes, new Halves(), new Halves());
    filtered.ticks(1);
    assertEquals(0b110, filtered.sink.record.modifiedActionMask);
    assertEquals("Halves", filtered.sink.names.action().get(2));
    assertEquals(3, filtered.sink.names.action().size());
    assertEquals(1, filtered.sink.names.command().size());
    assertArrayEquals(new long[] {0, 8, 8}, filtered.sink.record.actionLimits.toArray());
    assertEquals(
        List.of(List.of(), List.of("half"), List.of("half")), filtered.sink.names.actionLimits());
    assertEquals(1, filtered.sink.names.commandLimits().size());
    filtered.policy.push = Double.NaN;
    filtered.ticks(LoopRig.TICKS_PER_DECISION);
    assertEquals(0, filtered.sink.record.actionLimits.toArray().length, "nothing was filtered");
  }

  @Test
  void whatThePolicySaysOfLimitsIsNotTheFilters() {
    LoopRig filtered = new LoopRig(new Halves());
    filtered.policy.claimsALimit = true;
    filtered.ticks(2 * LoopRig.TICKS_PER_DECISION);
    assertArrayEquals(new long[] {8}, filtered.sink.record.actionLimits.toArray());
  }

  @Test
  void theDriveGetsTheApprovedCommandEveryTick() {
    rig.policy.push = 0.8;
    rig.ticks(5);
    assertEquals(5, rig.robot.writes);
    assertEquals(5, rig.robot.lastForce);
    assertEquals(0, rig.robot.madeSafe);
    assertEquals(5, rig.sink.published);
  }

  @Test
  void stepsCountDecisionsAndNotTicks() {
    rig.ticks(2 * LoopRig.TICKS_PER_DECISION);
    assertEquals(1, rig.sink.record.step);
    assertFalse(rig.sink.record.decided);
    rig.ticks(1);
    assertEquals(2, rig.sink.record.step);
    assertTrue(rig.sink.record.decided);
    assertEquals(3, rig.controller.decisions);
  }

  @Test
  void startingAnEpisodeResetsTheStepAndMakesTheNextTickDecide() {
    rig.ticks(LoopRig.TICKS_PER_DECISION + 1);
    rig.robot.x = 0.75;
    rig.loop.startEpisode(1);
    assertEquals(0.75, rig.controller.resetAtX);
    rig.ticks(1);
    assertEquals(1, rig.sink.record.episode);
    assertEquals(0, rig.sink.record.step);
    assertTrue(rig.sink.record.decided);
  }

  @Test
  void startingAnEpisodeForgetsTheHeldAction() {
    rig.ticks(1);
    rig.loop.startEpisode(1);
    rig.loop.endEpisode();
    assertEquals(0, rig.sink.record.requestedAction[0]);
    assertEquals(0, rig.sink.record.appliedAction[0]);
  }

  @Test
  void endingAnEpisodePublishesWhatTheLastStepLedTo() {
    rig.ticks(LoopRig.TICKS_PER_DECISION);
    rig.robot.x = 0.5;
    rig.loop.endEpisode();
    assertTrue(rig.sink.record.episodeEnd);
    assertFalse(rig.sink.record.decided);
    assertEquals(0.5, rig.sink.record.observation[0]);
    assertEquals(0, rig.sink.record.step);
    assertEquals(LoopRig.TICKS_PER_DECISION, rig.sink.record.tick);
    assertEquals(1, rig.policy.asked);
    assertEquals(LoopRig.TICKS_PER_DECISION, rig.robot.writes);
  }

  @Test
  void lookingSensesWithoutATick() {
    rig.robot.x = 0.6;
    assertEquals(0.6, rig.loop.look().get(0));
    assertEquals(0.6, rig.loop.observation().get(0));
    assertEquals(0, rig.sink.published);
    assertEquals(0, rig.clock.nanoTime());
  }

  @Test
  void lookingAheadSensesAsTheNextTickWill() {
    for (int i = 0; i < 3; i++) {
      assertSame(rig.loop.observation(), rig.loop.lookAhead());
      assertEquals(i, rig.camera.sampledTick);
      assertEquals((i + 1) * LoopRig.PERIOD_NANOS, rig.camera.sampledNanos);
      assertEquals(i * LoopRig.PERIOD_NANOS, rig.clock.nanoTime());
      assertEquals(i, rig.sink.published);
      rig.ticks(1);
      assertEquals(i, rig.sink.record.tick);
      assertEquals(rig.sink.record.startNanos, rig.camera.sampledNanos);
    }
  }

  @Test
  void aTickStartsAtItsDeadlineAndSaysHowLateItWas() {
    rig.clock.advanceNanos(LoopRig.PERIOD_NANOS + 250);
    rig.ticks(1);
    assertEquals(LoopRig.PERIOD_NANOS, rig.sink.record.startNanos);
    assertEquals(250, rig.sink.record.latenessNanos);
    assertEquals(0, rig.sink.record.executionNanos);
  }

  @Test
  void executionTimeIsCountedFromTheRealStart() {
    rig.robot.whenWritten = () -> rig.clock.advanceNanos(400);
    rig.clock.advanceNanos(LoopRig.PERIOD_NANOS + 250);
    rig.ticks(1);
    assertEquals(400, rig.sink.record.executionNanos);
  }

  @Test
  void whatPassedBeforeTheFirstEpisodeIsNotMissed() {
    rig.clock.advanceNanos(4 * LoopRig.PERIOD_NANOS);
    rig.loop.startEpisode(1);
    rig.ticks(1);
    assertEquals(0, rig.loop.skippedTicks());
    assertEquals(0, rig.sink.record.tick);
  }

  @Test
  void missedTicksAreCountedByTheLoop() {
    rig.clock.advanceNanos(4 * LoopRig.PERIOD_NANOS);
    rig.ticks(1);
    assertEquals(3, rig.loop.skippedTicks());
    assertEquals(3, rig.sink.record.tick);
    assertEquals(3, rig.sink.record.skippedTicks);
    rig.ticks(1);
    assertEquals(0, rig.sink.record.skippedTicks);
  }

  @Test
  void aTickAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    rig.ticks(20_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    rig.ticks(50_000);
    assertEquals(0, (threads.getCurrentThreadAllocatedBytes() - before) / 50_000);
  }
}
