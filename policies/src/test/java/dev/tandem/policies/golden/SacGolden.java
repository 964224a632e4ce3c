package dev.tandem.policies.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * PyTorch 1.13.1's autograd and AdamW in float64: {@code src/test/golden/make_sac_golden.py} made
 * {@code sac_golden.csv}. Same weights, batches, noise and drawn critics; every loss of 50 updates
 * within 1e-4, relative, and every single weight after them within 2e-5.
 */
public final class SacGolden {
  public static final int FEATURES = 5;
  public static final int ACTIONS = 2;
  private static final double TOLERANCE = 1e-4;
  private static final float WEIGHT_TOLERANCE = 2e-5f;

  private SacGolden() {}

  /** An update whose randomness comes from the test. */
  public interface Update {
    LearnerStats apply(Batch batch, RandomGenerator random);
  }

  /** Runs all updates of {@code golden} on a fresh learner. */
  public static void compare(GoldenCase golden, Learner learner, Update update) throws IOException {
    Lcg lcg = new Lcg(golden.seed());
    learner.restore(weights(learner.export(), lcg));
    for (double[] expected : losses(golden.name())) {
      assertClose(golden.name(), expected, update.apply(batch(learner.batchRows(), lcg), lcg));
    }
    assertEquals(50L * golden.updatesPerStep(), learner.updates());
    Map<String, float[]> expected = weights(golden.name());
    for (NamedArray array : learner.export()) {
      float[] weights = expected.remove(array.name());
      if (weights != null) {
        String where = golden.name() + ", " + array.name();
        assertArrayEquals(weights, array.values(), WEIGHT_TOLERANCE, where);
      }
    }
    assertEquals(Set.of(), expected.keySet(), "weights that the learner does not have");
  }

  private static void assertClose(String name, double[] expected, LearnerStats found) {
    String where = name + ", update " + (int) expected[0] + ": ";
    assertRelative(where + "critic loss", expected[1], found.criticLoss());
    assertRelative(where + "actor loss", expected[2], found.actorLoss());
    assertRelative(where + "temperature", expected[3], found.temperature());
    assertEquals(expected[4], found.entropy(), TOLERANCE, where + "entropy");
    assertEquals(expected[5], found.meanQ(), TOLERANCE, where + "mean Q");
  }

  private static void assertRelative(String what, double expected, double found) {
    assertEquals(expected, found, TOLERANCE * Math.abs(expected), what);
  }

  /** Actor and critics from the generator in the order of their layout, the targets as critics. */
  private static List<NamedArray> weights(List<NamedArray> exported, Lcg lcg) {
    Map<String, NamedArray> drawn = new HashMap<>();
    List<NamedArray> weights = new ArrayList<>();
    for (NamedArray array : exported) {
      if (array.name().startsWith("actor/") || array.name().startsWith("critics/")) {
        float scale = array.name().endsWith(".weights") ? 0.4f : 0.1f;
        float plus = array.name().endsWith(".gain") ? 1 : 0;
        float[] values = lcg.array(array.values().length, scale, plus);
        drawn.put(array.name(), new NamedArray(array.name(), array.shape(), values));
      }
    }
    for (NamedArray array : exported) {
      NamedArray source = drawn.get(array.name().replace("target/", "critics/"));
      weights.add(
          source == null ? array : new NamedArray(array.name(), array.shape(), source.values()));
    }
    return weights;
  }

  private static Batch batch(int rows, Lcg lcg) {
    Batch batch = new Batch(rows, FEATURES, ACTIONS);
    fill(batch.observation, lcg, 0);
    fill(batch.action, lcg, 0);
    fill(batch.reward, lcg, 2);
    fill(batch.nextObservation, lcg, 0);
    for (int row = 0; row < rows; row++) {
      batch.terminated[row] = lcg.nextInt(4) == 0 ? 1 : 0;
    }
    return batch;
  }

  private static void fill(float[] out, Lcg lcg, float plus) {
    System.arraycopy(lcg.array(out.length, 1, plus), 0, out, 0, out.length);
  }

  private static List<double[]> losses(String name) throws IOException {
    return lines("sac_golden.csv", name).map(line -> numbers(line, 1)).toList();
  }

  private static Map<String, float[]> weights(String name) throws IOException {
    Map<String, float[]> weights = new HashMap<>();
    for (String line : lines("sac_golden_weights.csv", name).toList()) {
      String[] cells = line.split(",", -1);
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(cells[2]));
      float[] values = new float[bytes.remaining() / Float.BYTES];
      bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      weights.put(cells[1], values);
    }
    return weights;
  }

  private static double[] numbers(String line, int skip) {
    return Stream.of(line.split(",", -1)).skip(skip).mapToDouble(Double::parseDouble).toArray();
  }

  private static Stream<String> lines(String file, String name) throws IOException {
    try (InputStream in = SacGolden.class.getResourceAsStream(file)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> line.startsWith(name + ","));
    }
  }
}
