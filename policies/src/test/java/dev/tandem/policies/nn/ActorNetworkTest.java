package dev.tandem.policies.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("kernels")
class ActorNetworkTest {
  @ParameterizedTest
  @CsvSource({
    "RELU,false",
    "RELU,true",
    "LEAKY_RELU,true",
    "TANH,false",
    "TANH,true",
    "SILU,false",
    "SILU,true",
  })
  void agreesWithANaiveForwardPassInDoublePrecision(Activation activation, boolean layerNorm) {
    ActorShape shape = shape(activation, layerNorm);
    float[] weights = weights(shape, 7);
    float[] features = features(shape, 8);
    NaiveActor naive = new NaiveActor(shape, weights, features);
    for (Arithmetic arithmetic : EnumSet.of(Arithmetic.PLAIN, Arithmetic.fastest())) {
      float[] mean = mean(new ActorNetwork(shape, weights, arithmetic), features);
      for (int i = 0; i < mean.length; i++) {
        assertEquals(naive.mean[i], mean[i], 1e-5, arithmetic + " mean " + i);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"17,256,256,6", "3,5,40,1", "64,70,33,20"})
  void isTheSameBitForBitOnVectorsAndOnPlainArrays(int in, int first, int second, int actions) {
    ActorShape shape =
        new ActorShape(in, List.of(first, second), actions, Activation.TANH, true, 1e-5, 5);
    float[] weights = weights(shape, 3);
    float[] features = features(shape, 4);
    assertArrayEquals(
        mean(new ActorNetwork(shape, weights, Arithmetic.PLAIN), features),
        mean(new ActorNetwork(shape, weights, Arithmetic.fastest()), features));
  }

  @Test
  void clipsTheStandardDeviation() {
    ActorShape shape = new ActorShape(1, List.of(1), 2, Activation.RELU, false, 0.5, 2);
    float[] weights = new float[shape.layout().size()];
    int bias = shape.layout().piece("logStd.bias").offset();
    weights[bias] = 10;
    weights[bias + 1] = -10;
    ActorNetwork network = new ActorNetwork(shape, weights, Arithmetic.PLAIN);
    network.forward(new float[1]);
    float[] logStd = new float[2];
    network.logStd(logStd);
    assertArrayEquals(new float[] {(float) Math.log(2), (float) Math.log(0.5)}, logStd);
  }

  @Test
  void refusesWeightsOfAnotherShape() {
    ActorShape shape = shape(Activation.RELU, false);
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ActorNetwork(shape, new float[3], Arithmetic.PLAIN));
    assertEquals(
        "actor weights: expected " + shape.layout().size() + " values, found 3",
        error.getMessage());
  }

  static ActorShape shape(Activation activation, boolean layerNorm) {
    return new ActorShape(17, List.of(96, 70), 6, activation, layerNorm, 1e-5, 5);
  }

  static float[] weights(ActorShape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] weights = new float[shape.layout().size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (random.nextGaussian() * 0.1);
    }
    return weights;
  }

  static float[] features(ActorShape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] features = new float[shape.features()];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    return features;
  }

  private static float[] mean(ActorNetwork network, float[] features) {
    float[] mean = new float[network.shape().actions()];
    network.forward(features);
    network.mean(mean);
    return mean;
  }
}
