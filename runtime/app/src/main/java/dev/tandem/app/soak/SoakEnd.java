package dev.tandem.app.soak;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the loop itself counted, as the last line of a soak's journal.
 *
 * @param ticks that ran
 * @param lastTick index of the last one
 */
record SoakEnd(long ticks, long lastTick) {
  private static final Pattern WORDS =
      Pattern.compile("soak ends: (\\d+) ticks ran, the last was (-?\\d+)");

  String words() {
    return "soak ends: " + ticks + " ticks ran, the last was " + lastTick;
  }

  static Optional<SoakEnd> parse(String words) {
    Matcher found = WORDS.matcher(words);
    return found.matches()
        ? Optional.of(new SoakEnd(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
        : Optional.empty();
  }
}
