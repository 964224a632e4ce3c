package dev.tandem.policies.golden;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import java.util.stream.Stream;

/** What {@link SacGolden}'s file holds a run of; {@code make_sac_golden.py} has the same list. */
public record GoldenCase(
    String name,
    long seed,
    int critics,
    int updatesPerStep,
    boolean backup,
    int warmupSteps,
    double gradientClip,
    Activation activation,
    boolean actorNorm,
    boolean criticNorm,
    List<Integer> hidden,
    double weightDecay) {
  private static final int ROWS = 16;
  private static final List<Integer> SMALL = List.of(16, 16);

  /** Several panels of any width that is chosen from, none of them full. */
  private static final List<Integer> WIDE = List.of(136, 72);

  public static Stream<GoldenCase> all() {
    Activation relu = Activation.RELU;
    Activation silu = Activation.SILU;
    Activation tanh = Activation.TANH;
    return Stream.of(
        new GoldenCase("two", 20, 2, 1, false, 0, 0, relu, false, true, SMALL, 0),
        new GoldenCase("ten", 20, 10, 1, false, 0, 0, relu, false, true, SMALL, 0),
        new GoldenCase("many", 23, 10, 3, true, 40, 0.5, silu, true, true, SMALL, 0),
        new GoldenCase("tanh", 20, 2, 2, true, 0, 0, tanh, true, true, SMALL, 0),
        new GoldenCase("plain", 20, 2, 1, true, 0, 0, relu, false, false, SMALL, 0),
        new GoldenCase("plainTen", 24, 10, 2, false, 0, 0.5, silu, false, false, SMALL, 0),
        new GoldenCase("wide", 25, 2, 2, true, 40, 0.5, silu, true, true, WIDE, 3));
  }

  public SacConfig config() {
    return new SacConfig(
        new Layers(hidden, activation, actorNorm),
        new SacConfig.Critics(critics, 2, new Layers(hidden, activation, criticNorm), 0.01),
        new SacConfig.Batching(ROWS, updatesPerStep),
        new SacConfig.Entropy(0.1, 0.5, backup, 0.05, 2),
        new Optimiser(1e-3, 2e-3, 3e-3, warmupSteps, gradientClip, weightDecay),
        0.97);
  }
}
