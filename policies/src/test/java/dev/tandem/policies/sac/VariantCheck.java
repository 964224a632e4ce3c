package dev.tandem.policies.sac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Holds an engine's losses and gradients to {@link NaiveUpdate}. The gradients are what Adam's
 * first moment was moved by.
 */
public final class VariantCheck {
  private static final double KEPT = 0.9;

  private final SacConfig config;

  /** Numbers of an array whose gradient is looked at. */
  private final int most;

  private VariantCheck(SacConfig config, int most) {
    this.config = config;
    this.most = most;
  }

  /** Follows {@code learner}, made of {@code seed}, through a few calls. */
  public static void follow(SacConfig config, Learner learner, long seed, int calls) {
    new VariantCheck(config, Integer.MAX_VALUE).run(learner, seed, calls);
  }

  /** The same of large networks: of every array it looks at {@code most} numbers at random. */
  public static void sample(SacConfig config, Learner learner, long seed, int calls, int most) {
    new VariantCheck(config, most).run(learner, seed, calls);
  }

  private void run(Learner learner, long seed, int calls) {
    for (int call = 0; call < calls; call++) {
      Batch batch = VariantCases.batch(config.batch().rows(), 100 + call);
      Arrays64 before = Arrays64.of(learner.export());
      LearnerStats stats = learner.update(batch);
      Arrays64 after = Arrays64.of(learner.export());
      NaiveUpdate naive = new NaiveUpdate(config, batch, before, seed, call);
      String where = config.critics().variant() + ", call " + call + ": ";
      assertClose(where + "critic loss", naive.criticLoss(), stats.criticLoss());
      assertClose(where + "actor loss", naive.actorLoss(after), stats.actorLoss());
      Moments moments = new Moments(where, before, after);
      for (String name : names(before, "critics/")) {
        int[] numbers = numbers(before.get("critics/" + name).length, call);
        moments.assertFollowed("critics", name, numbers, naive.byCritics(name, numbers));
      }
      for (String name : names(before, "actor/")) {
        int[] numbers = numbers(before.get("actor/" + name).length, call);
        moments.assertFollowed("actor", name, numbers, naive.byActor(name, numbers, after));
      }
      assertRemembers(where, naive, after);
    }
  }

  private int[] numbers(int size, long seed) {
    return size <= most
        ? IntStream.range(0, size).toArray()
        : new SplittableRandom(seed).ints(most, 0, size).toArray();
  }

  private static List<String> names(Arrays64 arrays, String prefix) {
    return new TreeMap<>(arrays.byName())
        .keySet().stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()))
            .toList();
  }

  /** Adam's first moments around an update. */
  private record Moments(String where, Arrays64 before, Arrays64 after) {
    void assertFollowed(String network, String name, int[] numbers, double[] gradient) {
      double[] old = before.get(network + ".firstMoment/" + name);
      double[] moved = after.get(network + ".firstMoment/" + name);
      double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < numbers.length; i++) {
        int at = numbers[i];
        double found = (moved[at] - KEPT * old[at]) / (1 - KEPT);
        String what = where + network + "/" + name + " " + at;
        assertEquals(gradient[i], found, 2e-4 * largest + 2e-6, what);
      }
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
