package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.person.InterventionRule;
import dev.tandem.simbridge.person.ScriptedPerson;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all tasks at a table have in common. */
class TableEpisodesTest {
  @ParameterizedTest
  @CsvSource({"arrange-boxes, 40, 80", "cable-route, 20, 60"})
  void theExpertDoesItFromManyStartsAndEndsIt(String task, int starts, int mostSteps) {
    try (TableEpisodes episodes = new TableEpisodes(task)) {
      Rig rig = episodes.rig(episodes.expert());
      for (long seed = 0; seed < starts; seed++) {
        assertTrue(episodes.play(rig, seed), "seed " + seed);
        Transition last = episodes.last();
        assertTrue(last.terminated() && !last.truncated(), "seed " + seed);
        int steps = episodes.transitions().size();
        assertTrue(steps < mostSteps, "seed " + seed + ": " + steps);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"arrange-boxes, 10", "cable-route, 5"})
  void anUnsteadyHandDoesItToo(String task, int starts) {
    try (TableEpisodes episodes = new TableEpisodes(task)) {
      InterventionRule rule = new InterventionRule(12, 0.005, 0.02, 10, 100, 0.05);
      ScriptedPerson person =
          new ScriptedPerson(episodes.task().expert(), rule, new SplittableRandom(3));
      Rig rig = episodes.rig(person, episodes.expert());
      for (long seed = 0; seed < starts; seed++) {
        person.startEpisode(ScriptedPerson.Role.DEMONSTRATES);
        assertTrue(episodes.play(rig, seed), "seed " + seed);
        assertEquals(Origin.HUMAN, episodes.transitions().get(3).origin());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pick-cube, 100, 20_000_000",
    "pick-cube-sparse, 100, 100_000_000",
    "arrange-boxes, 120, 100_000_000",
    "cable-route, 120, 100_000_000"
  })
  void aTimeOutIsATruncation(String task, int steps, String nanos) {
    try (TableEpisodes episodes = new TableEpisodes(task)) {
      assertFalse(episodes.play(episodes.rig(new Still()), 1));
      List<Transition> all = episodes.transitions();
      assertEquals(steps, all.size());
      assertTrue(episodes.last().truncated());
      assertEquals(0, all.stream().filter(Transition::terminated).count());
      assertEquals(1, all.stream().filter(Transition::truncated).count());
      long stepNanos = episodes.last().stampNanos() - all.get(steps - 2).stampNanos();
      assertEquals(Long.parseLong(nanos.replace("_", "")), stepNanos);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pick-cube", "pick-cube-sparse", "arrange-boxes", "cable-route"})
  void equalSeedsGiveEqualEpisodes(String task) {
    try (TableEpisodes episodes = new TableEpisodes(task)) {
      Rig rig = episodes.rig(episodes.expert());
      List<float[]> first = observed(episodes, rig, 4);
      assertFalse(Arrays.equals(first.get(0), observed(episodes, rig, 5).get(0)));
      List<float[]> again = observed(episodes, rig, 4);
      assertEquals(first.size(), again.size());
      for (int i = 0; i < first.size(); i++) {
        assertArrayEquals(first.get(i), again.get(i), "step " + i);
      }
    }
  }

  private static List<float[]> observed(TableEpisodes episodes, Rig rig, long seed) {
    episodes.play(rig, seed);
    return episodes.transitions().stream().map(Transition::nextObservation).toList();
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
