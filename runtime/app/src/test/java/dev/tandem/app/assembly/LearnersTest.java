package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.runtime.learn.ReturnRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LearnersTest {
  @Test
  void givesTheLearnerEverySettingThatTheUserMade() {
    SacConfig config =
        config(
            "learner.hidden=[7, 5]",
            "learner.activation=silu",
            "learner.batch_size=33",
            "learner.updates_per_step=3",
            "learner.critics={count: 6, target_subsample: 4, layer_norm: false, tau: 0.25}",
            "learner.optimiser={learning_rate: 0.125, warmup_steps: 11, gradient_clip: 2.5,"
                + " weight_decay: 0.5}",
            "learner.entropy={initial_temperature: 0.75, target_scale: 0.625, backup: true}");
    Layers layers = new Layers(List.of(7, 5), Activation.SILU, false);
    assertEquals(layers, config.actor());
    assertEquals(new SacConfig.Critics(6, 4, layers, 0.25), config.critics());
    assertEquals(new SacConfig.Batching(33, 3), config.batch());
    assertEquals(new Optimiser(0.125, 0.125, 0.125, 11, 2.5, 0.5), config.optimiser());
    assertEquals(new SacConfig.Entropy(0.75, 0.625, true, 1e-5, 5), config.entropy());
    assertEquals(0.9, config.discount());
  }

  @Test
  void givesAHistogramTheTasksRangeWithAMargin() {
    CriticVariant variant =
        variant(
            new ReturnRange(-10, 30), "learner.critics={variant: hl-gauss, histogram: {bins: 9}}");
    assertEquals(new CriticVariant.HlGauss(-12, 32, 9, 0.75), variant);
  }

  @Test
  void givesAHistogramTheRangeThatTheUserMadeAsItIs() {
    CriticVariant variant =
        variant(
            new ReturnRange(-10, 30),
            "learner.critics.variant=hl-gauss",
            "learner.critics.histogram={value_min: -3, value_max: 4}");
    assertEquals(new CriticVariant.HlGauss(-3, 4, 51, 0.75), variant);
  }

  @Test
  void asksForARangeThatNobodyKnows() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                variant(
                    ReturnRange.UNKNOWN,
                    "learner.critics.variant=hl-gauss",
                    "learner.critics.histogram.value_max=4"));
    assertEquals(
        "learner.critics.histogram.value_min: expected the least discounted return, which this task"
            + " does not say, found -Infinity",
        error.getMessage());
  }

  @Test
  void knowsTheOtherVariantsByName() {
    ReturnRange unknown = ReturnRange.UNKNOWN;
    assertEquals(new CriticVariant.Plain(), variant(unknown));
    assertEquals(
        new CriticVariant.DsacT(3, 0.1), variant(unknown, "learner.critics.variant=dsac-t"));
    assertEquals(
        new CriticVariant.DroQ(0.25),
        variant(unknown, "learner.critics={variant: droq, dropout: 0.25}"));
  }

  private static CriticVariant variant(ReturnRange returns, String... assignments) {
    return config(returns, assignments).critics().variant();
  }

  private static SacConfig config(String... assignments) {
    return config(ReturnRange.UNKNOWN, assignments);
  }

  private static SacConfig config(ReturnRange returns, String... assignments) {
    List<Setting> options = Stream.of(assignments).map(Setting::parse).toList();
    RunSettings settings = Configuration.load(RunSettings.defaults(), Optional.empty(), options);
    return Learners.config(settings.learner(), 0.9, returns);
  }
}
