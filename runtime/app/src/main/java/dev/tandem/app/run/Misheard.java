package dev.tandem.app.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The stop in words that are not understood: what withholds never has to be spelt right. */
final class Misheard {
  private static final List<String> EMERGENCIES =
      List.of("estop", "emergency", "notaus", "poweroff", "disarm");
  private static final List<String> STOPS = List.of("stop", "halt");

  private static final Predicate<String> HAS_LETTERS = Pattern.compile("\\p{L}").asPredicate();
  private static final int LAST = 3;

  private Misheard() {}

  /** The same of the last three words: who goes on speaking to say stop means stop. */
  static Optional<Wish> stopAtTheEndOf(String line) {
    List<String> words = Stream.of(line.split("\\s+")).filter(HAS_LETTERS).toList();
    return stop(String.join("", words.subList(Math.max(0, words.size() - LAST), words.size())));
  }

  /** What they sound like, by their letters alone: the emergency stop, the stop, or neither. */
  static Optional<Wish> stop(String line) {
    String letters = line.toLowerCase(Locale.ROOT).replaceAll("\\P{L}", "");
    if (EMERGENCIES.stream().anyMatch(letters::contains)) {
      return Optional.of(Wish.ESTOP);
    }
    return STOPS.stream().anyMatch(letters::contains) ? Optional.of(Wish.STOP) : Optional.empty();
  }
}
