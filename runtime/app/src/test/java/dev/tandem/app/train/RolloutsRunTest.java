package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.settings.SimulationSettings;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.record.journal.JournalReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs in several environments at once. */
final class RolloutsRunTest {
  private static final int DEMONSTRATIONS = 2;

  @TempDir Path folder;

  private SmallRuns runs(String... more) {
    Stream<String> common =
        Stream.of(
            "task=reach",
            "steps=400",
            "demos.episodes=" + DEMONSTRATIONS,
            "person.corrects=false",
            "evaluation.episodes=1",
            "learner.hidden=[8]",
            "learner.batch_size=8",
            "learner.updates_per_step=2",
            "learner.threads=1",
            "simulation.environments=3");
    return new SmallRuns(folder, Stream.concat(common, Stream.of(more)).toArray(String[]::new));
  }

  private static List<Transition> trained(RunReport report) {
    List<Transition> all = new ArrayList<>();
    JournalReader.readTransitions(SmallRuns.folder(report).journal(), all::add);
    return all.stream().filter(each -> each.episode() >= DEMONSTRATIONS).toList();
  }

  private static List<Transition> episode(RunReport report, long number) {
    return trained(report).stream().filter(each -> each.episode() == number).toList();
  }

  @ParameterizedTest
  @CsvSource({"false, 2", "true, 3"})
  void equalSeedsGiveEqualRunsWhateverTheThreads(boolean overlap, int threads) throws Exception {
    String how = "simulation.overlap=" + overlap;
    int fewest = overlap ? 2 : 1;
    String first = runs(how, "simulation.threads=" + fewest).run().checkpointHash();
    String more =
        runs(how, "simulation.threads=" + threads).run("run.name=second").checkpointHash();
    assertEquals(first, more);
    String other =
        runs(how, "simulation.threads=2").run("run.name=third", "seed=2").checkpointHash();
    assertNotEquals(first, other);
  }

  @Test
  void overlapLearnsAsMuchWithAPolicyOneDecisionOlder() throws Exception {
    RunReport lockstep = runs().run();
    RunReport overlap =
        runs("simulation.overlap=true", "simulation.threads=2").run("run.name=second");
    assertEquals(lockstep.updates(), 2 * lockstep.envSteps());
    assertEquals(overlap.updates(), 2 * overlap.envSteps());
    assertNotEquals(lockstep.checkpointHash(), overlap.checkpointHash());
    assertTrue(versionOfStep(lockstep, 10) > versionOfStep(overlap, 10));
  }

  private static long versionOfStep(RunReport report, int step) {
    return episode(report, DEMONSTRATIONS).get(step).policyVersion();
  }

  /** Each of the three had its own world and its own dice, and the same policy at the same time. */
  @Test
  void everyEnvironmentPlaysItsOwnEpisodes() throws Exception {
    RunReport report = runs().run();
    List<Transition> one = episode(report, DEMONSTRATIONS);
    List<Transition> other = episode(report, DEMONSTRATIONS + 1);
    assertTrue(one.size() > 10 && other.size() > 10);
    assertNotEquals(one.get(0).observation()[0], other.get(0).observation()[0], "targets");
    assertNotEquals(one.get(0).requestedAction()[0], other.get(0).requestedAction()[0]);
    for (int step = 0; step < 10; step++) {
      assertEquals(one.get(step).policyVersion(), other.get(step).policyVersion());
    }
    assertTrue(trained(report).stream().allMatch(each -> each.origin() == Origin.POLICY));
  }

  /** The first of the environments is as it would be alone, up to the first update. */
  @Test
  void anEnvironmentAmongOthersIsAsItIsAlone() throws Exception {
    String[] untaught = {"learner.start_steps=10000", "learner.algorithm=sac", "demos.episodes=0"};
    RunReport several = runs(untaught).run();
    RunReport alone = runs(untaught).run("run.name=second", "simulation.environments=1");
    List<Transition> among = first(several);
    List<Transition> single = first(alone);
    assertEquals(single.size(), among.size());
    for (int step = 0; step < single.size(); step++) {
      assertEquals(
          List.of(boxed(single.get(step).nextObservation())),
          List.of(boxed(among.get(step).nextObservation())));
      assertEquals(single.get(step).reward(), among.get(step).reward());
    }
  }

  private static List<Transition> first(RunReport report) {
    List<Transition> all = new ArrayList<>();
    JournalReader.readTransitions(SmallRuns.folder(report).journal(), all::add);
    return all.stream().filter(each -> each.episode() == 0).toList();
  }

  private static List<Float> boxed(float[] values) {
    List<Float> boxed = new ArrayList<>();
    for (float value : values) {
      boxed.add(value);
    }
    return boxed;
  }

  @Test
  void theJournalHasWholeEpisodesAndARunGoesOnFromIt() throws Exception {
    RunReport first = runs().run();
    JournalInspection inspection = JournalInspection.of(SmallRuns.folder(first).journal());
    assertEquals(List.of(), inspection.problems());
    long kept = trained(first).size();
    assertTrue(kept <= first.envSteps() && kept > first.envSteps() - 3L * 100, "kept " + kept);
    RunReport resumed = runs().resume(SmallRuns.folder(first), "run.name=second", "steps=700");
    assertTrue(resumed.envSteps() >= 700);
    assertTrue(resumed.updates() > first.updates());
    assertEquals(List.of(), JournalInspection.of(SmallRuns.folder(resumed).journal()).problems());
    long next = trained(first).stream().mapToLong(Transition::episode).max().orElseThrow() + 1;
    assertTrue(episode(resumed, next).size() > 0, "the next episode");
  }

  @Test
  void whatDiffersIsNotedOfEveryEnvironment() throws Exception {
    RunReport report = runs("randomization.physics.mass=uniform(0.9, 1.1)").run();
    List<String> notes = RunJournal.of(report).notes();
    for (long number : trained(report).stream().map(Transition::episode).distinct().toList()) {
      String told = "episode " + number + ": physics.mass ";
      assertEquals(1, notes.stream().filter(note -> note.startsWith(told)).count(), told);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "person.corrects=true | person.corrects: expected false with simulation.environments 3, as"
            + " nobody looks after several robots at once, found true",
        "learner.algorithm=stream | expected 0 with learner.algorithm stream",
        "simulation.threads=0 | simulation.threads: expected",
        "simulation.overlap=true | simulation.threads: expected at least 2 with simulation.overlap",
        "simulation.environments=0 | simulation.environments: expected"
      })
  void whatCannotBeIsRefusedWithItsKey(String setting, String expected) {
    var error = assertThrows(RuntimeException.class, () -> runs().settings(setting));
    assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
    String stream = "learner.algorithm=stream";
    var streams =
        assertThrows(RuntimeException.class, () -> runs().settings(stream, "demos.episodes=0"));
    assertTrue(
        String.valueOf(streams.getMessage()).contains("expected rlpd or sac with simulation"),
        streams.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "8, 64, false, 2, 2",
    "8, 2, false, 64, 2",
    "3, 64, false, 64, 3",
    "3, 64, true, 64, 4",
    "1, 2, true, 1, 2",
    "8, 64, true, 1, 2"
  })
  void moreThreadsThanAreOfUseAreNotUsed(
      int environments, int threads, boolean overlap, int processors, int used) {
    SimulationSettings how = new SimulationSettings(environments, threads, overlap);
    assertEquals(used, how.threadsOf(processors));
  }
}
