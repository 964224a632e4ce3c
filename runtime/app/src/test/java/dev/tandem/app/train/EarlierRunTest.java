package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.report.AtomicFile;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.record.journal.JournalReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRunTest {
  private static final int UPDATES_PER_STEP = 2;

  @TempDir private Path directory = Path.of("");

  private SmallRuns runs() {
    return new SmallRuns(
        directory,
        "steps=60",
        "demos.episodes=2",
        "learner.hidden=[8]",
        "learner.batch_size=16",
        "learner.updates_per_step=" + UPDATES_PER_STEP,
        "evaluation.episodes=1");
  }

  private RunSettings settings(String... more) {
    return runs().settings(more);
  }

  private RunFolder first(String... more) throws Exception {
    return SmallRuns.folder(runs().run(more));
  }

  private RunReport resume(RunFolder folder, String... more) throws Exception {
    return runs().resume(folder, more);
  }

  private static List<Transition> recorded(RunFolder folder) {
    List<Transition> transitions = new ArrayList<>();
    JournalReader.readTransitions(folder.journal(), transitions::add);
    return transitions;
  }

  /** The first action that a policy takes after the earlier run's transitions. */
  private static Transition firstOfThePolicy(RunFolder resumed, int earlier) {
    List<Transition> all = recorded(resumed);
    return all.subList(earlier, all.size()).stream()
        .filter(t -> t.origin() == Origin.POLICY)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void goesOnWithThePolicyThatWasLearntAndCountsOn() throws Exception {
    RunReport first = runs().run();
    RunReport second = resume(SmallRuns.folder(first), "steps=120");
    assertTrue(second.envSteps() >= 120, "steps count on");
    assertEquals(UPDATES_PER_STEP * second.envSteps(), second.updates());
    assertEquals(Optional.of(first.run()), second.resumedFrom());
    int earlier = recorded(SmallRuns.folder(first)).size();
    Transition next = firstOfThePolicy(SmallRuns.folder(second), earlier);
    assertEquals(first.updates(), next.policyVersion());
  }

  @Test
  void itsJournalHoldsAllThatTheEarlierOneHeldAndIsInOrder() throws Exception {
    RunFolder first = first();
    RunFolder second = SmallRuns.folder(resume(first, "steps=120"));
    RunFolder third = SmallRuns.folder(resume(second, "steps=180"));
    List<Transition> before = recorded(second);
    List<Transition> after = recorded(third).subList(0, before.size());
    for (int i = 0; i < before.size(); i++) {
      assertArrayEquals(before.get(i).observation(), after.get(i).observation());
      assertEquals(before.get(i).episode(), after.get(i).episode());
    }
    JournalInspection journal = JournalInspection.of(third.journal());
    assertEquals(List.of(), journal.problems());
    long episodes = recorded(third).stream().mapToLong(Transition::episode).distinct().count();
    assertEquals(episodes, recorded(third).get(recorded(third).size() - 1).episode() + 1);
  }

  /** As after a kill: no checkpoint was written yet, and the journal ends anywhere. */
  @Test
  void learnsAllThatWasOwedBeforeItsPolicyActsWhenThereIsNoCheckpoint() throws Exception {
    RunFolder first = first();
    Files.delete(first.checkpoint());
    cut(first.journal());
    List<Transition> left = recorded(first);
    long envSteps = left.stream().filter(t -> t.episode() >= 2).count();
    assertTrue(envSteps > 0 && envSteps < 60, "cut in training, at step " + envSteps);
    RunFolder second = SmallRuns.folder(resume(first));
    Transition next = firstOfThePolicy(second, left.size());
    assertEquals(UPDATES_PER_STEP * envSteps, next.policyVersion());
  }

  private static void cut(Path journal) throws IOException {
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() * 2 / 3);
    }
  }

  @Test
  void beginsFromNothingWhenTheJournalIsStillEmpty() throws Exception {
    RunSettings settings = settings();
    RunFolder killed = RunFolder.create(settings);
    AtomicFile.write(killed.settings(), Configuration.write(settings));
    Files.createDirectories(killed.journal().getParent());
    Files.createFile(killed.journal());
    RunReport report = resume(killed);
    assertEquals(Optional.of(killed.path().toString()), report.resumedFrom());
    assertTrue(report.envSteps() >= 60, "all steps are its own");
    assertEquals(UPDATES_PER_STEP * report.envSteps(), report.updates());
    List<Transition> all = recorded(SmallRuns.folder(report));
    assertEquals(0, all.get(0).episode());
    assertTrue(all.stream().filter(t -> t.episode() < 2).allMatch(t -> t.origin() == Origin.HUMAN));
    assertEquals(List.of(), JournalInspection.of(SmallRuns.folder(report).journal()).problems());
  }

  @Test
  void showsNothingAgainWhatWasShownButWhatIsMissing() throws Exception {
    RunFolder first = first();
    List<Transition> all = recorded(first);
    EarlierRun shownOne =
        new EarlierRun(
            Optional.of(new RunFolder(directory.resolve("none"))),
            all.stream().filter(t -> t.episode() == 0).toList(),
            2,
            UPDATES_PER_STEP);
    RunFolder second = SmallRuns.folder(runs().run(settings(), shownOne));
    long shown =
        recorded(second).stream()
            .filter(t -> t.episode() < 2 && t.origin() != Origin.HUMAN)
            .count();
    assertEquals(0, shown, "episodes 0 and 1 are the person's");
    assertTrue(recorded(second).stream().anyMatch(t -> t.episode() == 1));
  }

  @Test
  void takesWhatThePersonSpentOffTheBudget() throws Exception {
    RunFolder first = first("steps=200");
    EarlierRun earlier = EarlierRun.in(first, settings("steps=200"));
    long corrected =
        recorded(first).stream()
            .filter(t -> t.episode() >= 2 && t.origin() == Origin.HUMAN)
            .count();
    assertTrue(corrected > 0, "the person corrected something");
    assertEquals(corrected, earlier.correctedSteps());
    RunReport second = resume(first, "steps=400", "person.budget_steps=" + corrected);
    assertEquals(corrected, EarlierRun.in(SmallRuns.folder(second), settings()).correctedSteps());
  }

  @Test
  void beginsFromNothingWhenTheRunWasKilledBeforeItsJournalBegan() throws Exception {
    RunFolder first = first();
    Files.delete(first.journal());
    var kept = assertThrows(ConfigurationException.class, () -> EarlierRun.in(first, settings()));
    assertTrue(String.valueOf(kept.getMessage()).contains("not kept"), kept::getMessage);
    Files.delete(first.checkpoint());
    assertEquals(List.of(), EarlierRun.in(first, settings()).transitions());
    assertTrue(resume(first).envSteps() >= 60);
  }

  @Test
  void whatWasSeenInOtherSpacesIsRefusedWithBothSizes() throws Exception {
    RunFolder first = first("task=reach");
    EarlierRun earlier = EarlierRun.in(first, settings("task=reach"));
    assertEquals(earlier, earlier.in(PolicySpaces.of(Tasks.create("reach", "plant"))));
    PolicySpaces others = PolicySpaces.of(Tasks.create("peg-insert", "plant"));
    var refused = assertThrows(ConfigurationException.class, () -> earlier.in(others));
    String said = "expected a journal of " + others.features() + " features and ";
    assertTrue(String.valueOf(refused.getMessage()).contains(said), refused::getMessage);
    assertTrue(String.valueOf(refused.getMessage()).contains("found one of 6 and 3;"));
  }

  @Test
  void goesOnWithTheOtherEngine() throws Exception {
    RunReport first = runs().run("learner.engine=jvm");
    RunReport second = resume(SmallRuns.folder(first), "learner.engine=tensorflow", "steps=120");
    RunReport third = resume(SmallRuns.folder(second), "learner.engine=jvm", "steps=180");
    Transition next =
        firstOfThePolicy(SmallRuns.folder(second), recorded(SmallRuns.folder(first)).size());
    assertEquals(first.updates(), next.policyVersion());
    assertEquals(UPDATES_PER_STEP * third.envSteps(), third.updates());
  }
}
