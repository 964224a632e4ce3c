package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Groups transitions by episode and says which are missing in between. */
final class EpisodeBook {
  private final Consumer<String> problems;
  private final List<EpisodeTally> tallies = new ArrayList<>();
  private long lostTicks;
  private boolean interrupted;
  private long shortestStepNanos = Long.MAX_VALUE;

  EpisodeBook(Consumer<String> problems) {
    this.problems = problems;
  }

  void add(Transition transition) {
    if (!tallies.isEmpty() && current().last().episode() == transition.episode()) {
      checkStep(transition, current().last().step() + 1);
      checkGoesOn(transition);
      measure(transition);
      current().add(transition);
    } else {
      checkEnded(transition);
      checkStep(transition, 0);
      tallies.add(new EpisodeTally(transition));
      interrupted = false;
    }
    lostTicks = 0;
  }

  /** Ticks were lost before the next transition, which may explain what is missing there. */
  void add(TickGap gap) {
    lostTicks += gap.lostTicks();
  }

  /** In a tick in which nobody drives an episode may be left open: a stop, or somebody held. */
  void add(TickRecord tick) {
    interrupted |= !tick.mode.drives();
  }

  List<EpisodeSummary> episodes() {
    long decisionNanos = shortestStepNanos == Long.MAX_VALUE ? 0 : shortestStepNanos;
    return tallies.stream().map(tally -> tally.summary(decisionNanos)).toList();
  }

  private void measure(Transition found) {
    if (found.step() == current().last().step() + 1) {
      long nanos = found.stampNanos() - current().last().stampNanos();
      shortestStepNanos = Math.min(shortestStepNanos, nanos);
    }
  }

  private EpisodeTally current() {
    return tallies.get(tallies.size() - 1);
  }

  private void checkStep(Transition found, int expectedStep) {
    if (found.step() != expectedStep) {
      report(found.episode(), "expected step " + expectedStep + ", found step " + found.step());
    }
  }

  private void checkGoesOn(Transition found) {
    if (current().last().endsEpisode()) {
      report(found.episode(), "expected no step after its end, found step " + found.step());
    }
  }

  private void checkEnded(Transition found) {
    if (!tallies.isEmpty() && !current().last().endsEpisode() && !interrupted) {
      Transition last = current().last();
      report(
          last.episode(),
          "expected its end after step " + last.step() + ", found episode " + found.episode());
    }
  }

  private void report(long episode, String what) {
    String why = lostTicks > 0 ? "; " + lostTicks + " ticks were lost in between" : "";
    problems.accept("episode " + episode + ": " + what + why);
  }
}
