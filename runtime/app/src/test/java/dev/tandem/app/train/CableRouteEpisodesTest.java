package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.person.InterventionRule;
import dev.tandem.simbridge.person.ScriptedPerson;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cable in the whole loop: controller, filters, authority, transitions. */
class CableRouteEpisodesTest {
  private final SimulatorOf cable = SimulatorOf.create("cable-route", "mujoco");
  private final List<Transition> transitions = new ArrayList<>();
  private long episode;

  @AfterEach
  void close() {
    cable.close();
  }

  private static Robot robot() {
    return Robot.shippedFor("cable-route");
  }

  private Rig rig(Policy policy) {
    return new Rig(
        robot(),
        cable.task(),
        InterventionSource.NOBODY,
        policy,
        new UnjournaledRecording(cable.task()));
  }

  private boolean play(Rig rig, long seed) {
    transitions.clear();
    return new EpisodeRunner(rig, () -> false, false).run(episode++, seed, transitions::add);
  }

  private Policy expert() {
    return Driver.expert(cable.task()).policy();
  }

  @Test
  void theExpertLaysTheCableFromTwentyStarts() {
    Rig rig = rig(expert());
    for (long seed = 0; seed < 20; seed++) {
      assertTrue(play(rig, seed), "seed " + seed);
      Transition last = transitions.get(transitions.size() - 1);
      assertTrue(last.terminated() && !last.truncated(), "seed " + seed);
      assertTrue(transitions.size() < 60, "seed " + seed + ": " + transitions.size());
    }
  }

  @Test
  void anUnsteadyHandLaysItToo() {
    SimulatedTask task = cable.task();
    InterventionRule rule = new InterventionRule(12, 0.005, 0.02, 10, 100, 0.05);
    ScriptedPerson person = new ScriptedPerson(task.expert(), rule, new SplittableRandom(3));
    Rig rig = new Rig(robot(), task, person, expert(), new UnjournaledRecording(task));
    for (long seed = 0; seed < 5; seed++) {
      person.startEpisode(ScriptedPerson.Role.DEMONSTRATES);
      assertTrue(play(rig, seed), "seed " + seed);
      assertEquals(Origin.HUMAN, transitions.get(3).origin());
    }
  }

  @Test
  void aTimeOutIsATruncationAfterAHundredAndTwentyDecisionsOfATenthOfASecond() {
    assertFalse(play(rig(new Still()), 1));
    assertEquals(120, transitions.size());
    Transition last = transitions.get(119);
    assertTrue(last.truncated());
    assertEquals(0, transitions.stream().filter(Transition::terminated).count());
    assertEquals(1, transitions.stream().filter(Transition::truncated).count());
    assertEquals(100_000_000, last.stampNanos() - transitions.get(118).stampNanos());
  }

  @Test
  void equalSeedsGiveEqualEpisodes() {
    Rig rig = rig(expert());
    play(rig, 4);
    List<float[]> first = transitions.stream().map(Transition::nextObservation).toList();
    play(rig, 5);
    assertFalse(Arrays.equals(first.get(0), transitions.get(0).nextObservation()));
    play(rig, 4);
    assertEquals(first.size(), transitions.size());
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i), transitions.get(i).nextObservation(), "step " + i);
    }
  }

  /** Holds the arm where it is. */
  private record Still() implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      for (int i = 0; i < action.size(); i++) {
        action.set(i, 0);
      }
    }

    @Override
    public long version() {
      return 0;
    }
  }
}
