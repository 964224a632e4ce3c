package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.TickRecording;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.record.journal.JournalReader;
import dev.tandem.runtime.record.journal.JournalVisitor;
import dev.tandem.simbridge.randomize.Curriculum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training whose worlds a teacher chooses. */
final class TaughtRunTest {
  private static final String[] TAUGHT = {
    "randomization.physics.mass=uniform(0.9, 1.1)",
    "randomization.start.joint_spread_rad=uniform(0, 0.2)",
    "randomization.teacher=alp_gmm",
    "randomization.alp_gmm.window=10",
    "randomization.alp_gmm.fit_every=3",
    "randomization.alp_gmm.random_share=0"
  };

  @TempDir Path folder;

  private SmallRuns runs() {
    return new SmallRuns(
        folder,
        "task=reach",
        "steps=600",
        "demos.episodes=2",
        "evaluation.episodes=1",
        "person.corrects=false",
        "learner.hidden=[8]",
        "learner.batch_size=8",
        "learner.threads=1");
  }

  private static String[] with(String... more) {
    return Stream.concat(Stream.of(TAUGHT), Stream.of(more)).toArray(String[]::new);
  }

  /** Which worlds a journal says there were, in its order. */
  private static List<String> worlds(RunReport report) {
    List<String> texts = new ArrayList<>();
    JournalReader.read(
        SmallRuns.folder(report).journal(),
        new JournalVisitor() {
          @Override
          public void onEvent(JournalEvent event) {
            if (event.text().contains("physics.mass")) {
              texts.add(event.text());
            }
          }

          @Override
          public void onProblem(String words) {
            throw new AssertionError(words);
          }

          @Override
          public void onCut(String words) {
            throw new AssertionError(words);
          }
        });
    return texts;
  }

  @Test
  void theTeachersDrawsStandInTheJournalAndFollowFromTheSeed() throws Exception {
    RunReport first = runs().run(TAUGHT);
    List<String> taught = worlds(first);
    assertEquals(taught, worlds(runs().run(with("run.name=again"))));
    List<String> plain = worlds(runs().run(with("run.name=plain", "randomization.teacher=none")));
    int asked = 2 + 3; // demonstrations, and episodes before there is anything to choose by
    assertEquals(plain.subList(0, asked), taught.subList(0, asked));
    assertNotEquals(plain.subList(asked, 12), taught.subList(asked, 12));
  }

  @Test
  void whatSeveralEnvironmentsAreTaughtDoesNotHangOnThreads() throws Exception {
    String[] one = {"simulation.environments=3", "demos.episodes=0", "run.name=one"};
    String[] two = {
      "simulation.environments=3", "demos.episodes=0", "run.name=two", "simulation.threads=2"
    };
    RunReport single = runs().run(with(one));
    RunReport crew = runs().run(with(two));
    assertEquals(worlds(single), worlds(crew));
    assertEquals(single.checkpointHash(), crew.checkpointHash());
    String[] plain = {
      "simulation.environments=3", "demos.episodes=0", "randomization.teacher=none", "run.name=p"
    };
    assertNotEquals(worlds(single), worlds(runs().run(with(plain))));
  }

  @Test
  void whoGoesOnTellsTheTeacherWhatWasAndKeepsItForTheNext() throws Exception {
    RunReport first = runs().run(TAUGHT);
    RunReport second = runs().resume(SmallRuns.folder(first), with("steps=900", "run.name=second"));
    int before = worlds(first).size() - 2; // demonstrations are no lessons
    List<String> kept = worlds(second).subList(0, before);
    assertEquals(worlds(first).subList(2, 2 + before), kept);
    RunSettings third = runs().settings(with("steps=1200", "run.name=third"));
    Recalled recalled = new Recalled();
    EarlierLessons.of(EarlierRun.in(SmallRuns.folder(second), third), third)
        .tell(recalled, recalled.recording);
    assertEquals(worlds(second), recalled.notes);
    assertTrue(recalled.notes.size() > before, "new ones, too");
    for (int i = 0; i < recalled.points.size(); i++) {
      String again = third.randomization().plan().at(recalled.points.get(i)).toString();
      String text = recalled.notes.get(i).replaceFirst("episode \\d+: ", "");
      assertArrayEquals(numbers(text), numbers(again), 2e-5, text);
      assertTrue(recalled.returns.get(i) <= 0, "minus a distance");
    }
  }

  private static double[] numbers(String conditions) {
    return Stream.of(conditions.split(", "))
        .mapToDouble(each -> Double.parseDouble(each.substring(each.indexOf(' '))))
        .toArray();
  }

  @Test
  void anotherRandomisationBeginsAnew() throws Exception {
    RunReport first = runs().run(TAUGHT);
    for (String change : List.of("randomization.teacher=none", "randomization.physics.mass=1.1")) {
      RunSettings other = runs().settings(with(change));
      Recalled recalled = new Recalled();
      EarlierLessons.of(EarlierRun.in(SmallRuns.folder(first), other), other)
          .tell(recalled, recalled.recording);
      assertEquals(List.of(), recalled.notes);
      assertEquals(List.of(), recalled.points);
    }
  }

  /** A curriculum that only listens. */
  private static final class Recalled implements Curriculum {
    final List<double[]> points = new ArrayList<>();
    final List<Double> returns = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final TickRecording recording =
        new TickRecording() {
          @Override
          public TickSink sink() {
            throw new AssertionError("nothing ticks");
          }

          @Override
          public void drain(Consumer<? super Transition> transitions) {}

          @Override
          public void carryOver(List<Transition> earlier) {}

          @Override
          public void note(String text) {
            notes.add(text);
          }

          @Override
          public void close() {}
        };

    @Override
    public double[] next(long episodeSeed, RandomGenerator random) {
      throw new AssertionError("nobody draws");
    }

    @Override
    public void recall(double[] point, double returnSum) {
      points.add(point);
      returns.add(returnSum);
    }
  }
}
