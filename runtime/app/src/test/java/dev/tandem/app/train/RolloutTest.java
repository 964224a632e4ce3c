package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Environments side by side, one of whose policies wants what no robot can do. */
final class RolloutTest {
  private static final int STRIDE = 4;

  private final List<Transition> transitions = new ArrayList<>();
  private final List<PlayedEpisode> ended = new ArrayList<>();
  private final List<Rollout> made = new ArrayList<>();

  private record Asking(double metres) implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      action.zero();
      action.set(0, metres);
    }

    @Override
    public long version() {
      return 0;
    }
  }

  private Rollout rollout(double metres, boolean goesOnAfterStop, long first) {
    SimulatedTask task = Tasks.create("reach", "plant");
    NotedRecording recording = new NotedRecording(task);
    Rig rig =
        new Rig(Robot.shipped(), task, InterventionSource.NOBODY, new Asking(metres), recording);
    Rollout rollout =
        new Rollout(
            rig, recording, goesOnAfterStop, new Rollout.Numbers(new Seeds(1), first, STRIDE));
    made.add(rollout);
    return rollout;
  }

  @AfterEach
  void close() {
    made.forEach(Rollout::close);
  }

  @Test
  void aStopOfOneRobotEndsItsEpisodeAndNobodyElses() {
    Rollout harmful = rollout(Double.NaN, true, 7);
    Rollout harmless = rollout(0, true, 8);
    while (ended.size() < 2) {
      harmful.step();
      harmful.take(transitions::add, ended::add);
      harmless.step();
      harmless.take(
          each -> assertEquals(Verdict.PASSED, each.worstVerdict()),
          played -> {
            throw new AssertionError("ended: " + played.number());
          });
    }
    assertEquals(List.of(7L, 7L + STRIDE), ended.stream().map(PlayedEpisode::number).toList());
    PlayedEpisode first = ended.get(0);
    assertFalse(first.success());
    Transition last = first.transitions().get(first.transitions().size() - 1);
    assertEquals(Verdict.STOP, last.worstVerdict());
    assertTrue(first.notes().get(0).startsWith("stopped in episode 7: "), first.notes().get(0));
    assertEquals(1, ended.get(1).notes().size(), "each note once");
  }

  @Test
  void whatIsTakenIsEachStepOnceAndAnEpisodeHasAllOfItsOwn() {
    Rollout rollout = rollout(0.001, true, 0);
    while (ended.isEmpty()) {
      rollout.step();
      rollout.take(transitions::add, ended::add);
    }
    assertEquals(ended.get(0).transitions(), transitions);
    for (int step = 0; step < transitions.size(); step++) {
      assertEquals(step, transitions.get(step).step());
    }
    assertTrue(transitions.get(transitions.size() - 1).endsEpisode());
  }

  @Test
  void aStopThatEndsTheRunIsThrownAtWhoTakesIt() {
    Rollout harmful = rollout(Double.NaN, false, 0);
    var stop =
        assertThrows(
            RunStoppedException.class,
            () -> {
              for (int i = 0; i < 10; i++) {
                harmful.step();
                harmful.take(transitions::add, ended::add);
              }
            });
    assertTrue(String.valueOf(stop.getMessage()).startsWith("stopped in episode 0: "));
    assertEquals(List.of(), ended);
  }
}
