package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.SacConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that put out what is far off: standard deviations to be clipped, large logits. */
class ExtremeOutputsTest {
  private static final CriticVariant.HlGauss HISTOGRAM = new CriticVariant.HlGauss(-2, 2, 4, 0.75);
  private static final double[] CENTRES = {-1.5, -0.5, 0.5, 1.5};

  private final SacNetworks networks =
      SacNetworks.of(
          SacConfig.defaults(0.9)
              .withCritics(
                  new SacConfig.Critics(
                      1, 1, SacConfig.defaults(0.9).critics().layers(), 0.05, HISTOGRAM))
              .withBatch(new SacConfig.Batching(1, 1)),
          3,
          1,
          JvmConfig.of(1));
  private final float[] slab = networks.kernels.slab();

  /** Of the loss by the logarithm of the standard deviation that the network puts out. */
  private float gradientAt(double logStd) {
    GaussianActor actor = networks.actor;
    Panels head = actor.head().output();
    slab[head.at(0, 0)] = 0.3f;
    slab[head.at(0, 1)] = (float) logStd;
    slab[actor.noise] = 0.7f;
    actor.draw(networks.kernels, 0, 1);
    slab[actor.byAction] = 0.5f;
    actor.backward(slab, 0.1f, 0, 1);
    return slab[actor.head().byOutput().at(0, 1)];
  }

  @Test
  void aStandardDeviationThatIsClippedIsNotTaught() {
    double least = Math.log(networks.actorShape.minStd());
    double most = Math.log(networks.actorShape.maxStd());
    assertEquals(0f, gradientAt(least - 0.1), "below");
    assertEquals(0f, gradientAt(most + 0.1), "above");
    assertTrue(gradientAt(least + 0.1) != 0, "just inside");
    assertTrue(gradientAt(most - 0.1) != 0, "just inside");
  }

  private void logits(double... logits) {
    Panels head = networks.critics[0].head().output();
    for (int bin = 0; bin < logits.length; bin++) {
      slab[head.at(0, bin)] = (float) logits[bin];
    }
  }

  private float value() {
    networks.head.value(slab, networks.critics[0], 0, 1);
    return slab[networks.critics[0].q];
  }

  /** The softmax's expectation does not change when every logit grows by as much. */
  @ParameterizedTest
  @ValueSource(doubles = {-1e4, -800, 0, 800, 1e4})
  void aValueIsThatOfTheDifferencesOfLogits(double shift) {
    logits(shift, shift + 1, shift + 2, shift - 1);
    double sum = 0;
    double weighted = 0;
    double[] differences = {0, 1, 2, -1};
    for (int bin = 0; bin < CENTRES.length; bin++) {
      sum += Math.exp(differences[bin]);
      weighted += Math.exp(differences[bin]) * CENTRES[bin];
    }
    assertEquals(weighted / sum, value(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void oneLogitAboveAllOthersIsTheWholeValue(int bin) {
    double[] logits = {-2000, -2000, -2000, -2000};
    logits[bin] = 2000;
    logits(logits);
    assertEquals(CENTRES[bin], value(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e4, -800, 800, 1e4})
  void theLossIsThatOfTheDifferencesOfLogits(double shift) {
    Critic critic = networks.critics[0];
    slab[networks.bellmanTarget] = 0.4f;
    networks.head.target(slab, critic, 0, 0);
    logits(0, 1, 2, -1);
    value();
    networks.head.lesson(slab, critic, 0, 1);
    float expected = slab[critic.rowLoss];
    assertTrue(expected > 0, "found " + expected);
    logits(shift, shift + 1, shift + 2, shift - 1);
    value();
    networks.head.lesson(slab, critic, 0, 1);
    assertEquals(expected, slab[critic.rowLoss], 1e-6);
  }
}
