package dev.tandem.policies.sac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Holds an engine's losses and gradients to {@link NaiveUpdate}. The gradients are what Adam's
 * first moment was moved by.
 */
public final class VariantCheck {
  private static final double KEPT = 0.9;

  private VariantCheck() {}

  /** Follows {@code learner}, made of {@code seed}, through a few calls. */
  public static void follow(SacConfig config, Learner learner, long seed, int calls) {
    for (int call = 0; call < calls; call++) {
      Batch batch = VariantCases.batch(config.batch().rows(), 100 + call);
      Arrays64 before = Arrays64.of(learner.export());
      LearnerStats stats = learner.update(batch);
      Arrays64 after = Arrays64.of(learner.export());
      NaiveUpdate naive = new NaiveUpdate(config, batch, before, seed, call);
      String where = config.critics().variant() + ", call " + call + ": ";
      assertClose(where + "critic loss", naive.criticLoss(), stats.criticLoss());
      assertClose(where + "actor loss", naive.actorLoss(after), stats.actorLoss());
      for (String name : names(before, "critics/")) {
        assertGradient(where, "critics", name, naive.byCritics(name), before, after);
      }
      for (String name : names(before, "actor/")) {
        assertGradient(where, "actor", name, naive.byActor(name, after), before, after);
      }
      assertRemembers(where, naive, after);
    }
  }

  private static List<String> names(Arrays64 arrays, String prefix) {
    return new TreeMap<>(arrays.byName())
        .keySet().stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()))
            .toList();
  }

  private static void assertGradient(
      String where,
      String network,
      String name,
      double[] expected,
      Arrays64 before,
      Arrays64 after) {
    double[] old = before.get(network + ".firstMoment/" + name);
    double[] moved = after.get(network + ".firstMoment/" + name);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < expected.length; i++) {
      double found = (moved[i] - KEPT * old[i]) / (1 - KEPT);
      assertEquals(
          expected[i], found, 2e-4 * largest + 2e-6, where + network + "/" + name + " " + i);
    }
  }

  private static void assertRemembers(String where, NaiveUpdate naive, Arrays64 after) {
    if (after.byName().containsKey("spread/deviation")) {
      double[] found = after.get("spread/deviation");
      for (int critic = 0; critic < found.length; critic++) {
        assertClose(where + "deviation", naive.deviation(critic), found[critic]);
      }
    }
  }

  private static void assertClose(String what, double expected, double found) {
    assertEquals(expected, found, 1e-4 * Math.abs(expected) + 1e-5, what);
  }
}
