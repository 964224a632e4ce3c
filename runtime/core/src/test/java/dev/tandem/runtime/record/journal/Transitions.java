package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.learn.Transition;
import java.util.List;

/** Transitions hold arrays, which records compare by identity. */
final class Transitions {
  private Transitions() {}

  static void assertSame(List<Transition> expected, List<Transition> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertSame(expected.get(i), found.get(i));
    }
  }

  static void assertSame(Transition expected, Transition found) {
    assertArrayEquals(expected.observation(), found.observation());
    assertArrayEquals(expected.requestedAction(), found.requestedAction());
    assertArrayEquals(expected.appliedAction(), found.appliedAction());
    assertArrayEquals(expected.nextObservation(), found.nextObservation());
    assertEquals(withoutArrays(expected), withoutArrays(found));
  }

  private static List<Object> withoutArrays(Transition of) {
    return List.of(
        of.episode(),
        of.step(),
        of.stampNanos(),
        of.reward(),
        of.terminated(),
        of.truncated(),
        of.origin(),
        of.worstVerdict(),
        of.policyVersion());
  }
}
