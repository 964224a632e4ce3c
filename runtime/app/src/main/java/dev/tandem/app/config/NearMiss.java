package dev.tandem.app.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses which key was meant by one that does not exist. */
final class NearMiss {
  private NearMiss() {}

  /**
   * The key most like {@code wrong}: the same word in another section, or in several, a few letters
   * off, or a longer word with the same beginning.
   *
   * @param wrong dotted
   * @param keys dotted
   */
  static Optional<String> of(String wrong, List<String> keys) {
    String word = lastWord(wrong);
    int tolerated = Math.max(2, wrong.length() / 4);
    Optional<String> elsewhere =
        keys.stream()
            .filter(key -> lastWord(key).equals(word))
            .reduce((one, other) -> one + " or " + other);
    Optional<String> misspelt =
        keys.stream()
            .filter(key -> distance(wrong, key) <= tolerated)
            .min(Comparator.comparingInt(key -> distance(wrong, key)));
    return elsewhere
        .or(() -> misspelt)
        .or(
            () ->
                keys.stream().filter(key -> !word.isEmpty() && key.startsWith(wrong)).findFirst());
  }

  private static String lastWord(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** Levenshtein's: letters to insert, drop or replace. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
