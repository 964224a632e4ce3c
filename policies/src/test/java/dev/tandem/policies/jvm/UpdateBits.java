package dev.tandem.policies.jvm;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.VariantCases;
import dev.tandem.runtime.learn.NamedArray;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** A program that prints what comes of some updates, to compare processes. */
final class UpdateBits {
  private UpdateBits() {}

  public static void main(String[] arguments) {
    System.out.println(checksum());
  }

  /** Of all that learners of every kind export, gradients being clipped. */
  static long checksum() {
    CRC32 crc = new CRC32();
    Layers norm = new Layers(List.of(70, 33), Activation.TANH, true);
    SacConfig normed =
        SacConfig.defaults(0.97).withCritics(new SacConfig.Critics(3, 2, norm, 0.01));
    Layers plain = new Layers(List.of(20), Activation.RELU, false);
    CriticVariant bins = new CriticVariant.HlGauss(-3, 4, 80, 0.75);
    SacConfig binned =
        SacConfig.defaults(0.97).withCritics(new SacConfig.Critics(2, 2, plain, 0.01, bins));
    Stream.concat(VariantCases.all(), Stream.of(normed, binned))
        .map(config -> config.withBatch(new SacConfig.Batching(70, 2)))
        .map(config -> config.withOptimiser(new Optimiser(1e-3, 1e-3, 1e-3, 10, 0.5, 0)))
        .forEach(config -> add(config, crc));
    return crc.getValue();
  }

  private static void add(SacConfig config, CRC32 crc) {
    try (JvmLearner learner =
        new JvmLearner(TestSpaces.of(5, 2), config, new JvmConfig(1, Arithmetic.fastest()), 7)) {
      for (int i = 0; i < 4; i++) {
        learner.update(JvmLearnerTest.batch(learner.batchRows(), i));
      }
      learner.export().forEach(array -> add(array, crc));
    }
  }

  private static void add(NamedArray array, CRC32 crc) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * array.values().length);
    bytes.asFloatBuffer().put(array.values());
    crc.update(bytes.array());
  }
}
