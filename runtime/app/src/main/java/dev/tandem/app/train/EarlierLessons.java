package dev.tandem.app.train;

import dev.tandem.app.assembly.TickRecording;
import dev.tandem.app.settings.RandomizationSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.record.journal.JournalReader;
import dev.tandem.runtime.record.journal.JournalVisitor;
import dev.tandem.simbridge.randomize.Curriculum;
import dev.tandem.simbridge.randomize.Randomization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an earlier run's journal says of its episodes of training, in the order in which they ended:
 * where in the randomisation they took place, to the five digits that are noted, and their return.
 * For a teacher alone; without one, or with another randomisation, nothing is to be known.
 */
final class EarlierLessons {
  private static final Pattern NOTE = Pattern.compile("episode (\\d+): (.*)");

  private final Randomization randomization;
  private final List<Transition> transitions;
  private final Map<Long, String> conditions;

  private EarlierLessons(
      Randomization randomization, List<Transition> transitions, Map<Long, String> conditions) {
    this.randomization = randomization;
    this.transitions = transitions;
    this.conditions = conditions;
  }

  /** None when there was no earlier run, or one that taught otherwise. */
  static EarlierLessons of(EarlierRun earlier, RunSettings settings) {
    RandomizationSettings now = settings.randomization();
    boolean goesOn =
        now.isTaught()
            && !earlier.transitions().isEmpty()
            && earlier
                .folder()
                .map(f -> f.readSettings().randomization().equals(now))
                .orElse(false);
    if (!goesOn) {
      return new EarlierLessons(now.plan(), List.of(), Map.of());
    }
    Path journal = earlier.folder().orElseThrow().journal();
    List<Transition> tried =
        earlier.transitions().stream().filter(t -> !earlier.isShown(t)).toList();
    return new EarlierLessons(now.plan(), tried, conditions(journal, now.plan()));
  }

  /** What each episode was like, by its number; other notes are passed over. */
  private static Map<Long, String> conditions(Path journal, Randomization randomization) {
    Map<Long, String> conditions = new HashMap<>();
    JournalReader.read(
        journal,
        new JournalVisitor() {
          @Override
          public void onEvent(JournalEvent event) {
            Matcher note = NOTE.matcher(event.text());
            if (note.matches() && randomization.point(note.group(2)).isPresent()) {
              conditions.put(Long.parseLong(note.group(1)), note.group(2));
            }
          }

          // who read the transitions has refused what is damaged
          @Override
          public void onProblem(String problem) {}

          @Override
          public void onCut(String description) {}
        });
    return conditions;
  }

  /** Lets a curriculum know, and keeps it in the new run's record. */
  void tell(Curriculum curriculum, TickRecording recording) {
    for (List<Transition> episode : episodes()) {
      long number = episode.get(0).episode();
      String text = conditions.getOrDefault(number, "");
      double returnSum = episode.stream().mapToDouble(Transition::reward).sum();
      randomization
          .point(text)
          .ifPresent(
              point -> {
                curriculum.recall(point, returnSum);
                recording.note("episode " + number + ": " + text);
              });
    }
  }

  /** Those that came to an end, each whole. */
  private List<List<Transition>> episodes() {
    List<List<Transition>> ended = new ArrayList<>();
    List<Transition> episode = new ArrayList<>();
    for (Transition transition : transitions) {
      if (!episode.isEmpty() && episode.get(0).episode() != transition.episode()) {
        episode.clear();
      }
      episode.add(transition);
      if (transition.terminated() || transition.truncated()) {
        ended.add(List.copyOf(episode));
        episode.clear();
      }
    }
    return ended;
  }
}
