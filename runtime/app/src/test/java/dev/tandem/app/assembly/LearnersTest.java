package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.SacConfig;
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
            "learner.optimiser={learning_rate: 0.125, warmup_steps: 11, gradient_clip: 2.5}",
            "learner.entropy={initial_temperature: 0.75, target_scale: 0.625, backup: true}");
    Layers layers = new Layers(List.of(7, 5), Activation.SILU, false);
    assertEquals(layers, config.actor());
    assertEquals(new SacConfig.Critics(6, 4, layers, 0.25), config.critics());
    assertEquals(new SacConfig.Batching(33, 3), config.batch());
    assertEquals(new SacConfig.Optimiser(0.125, 0.125, 0.125, 11, 2.5), config.optimiser());
    assertEquals(new SacConfig.Entropy(0.75, 0.625, true, 1e-5, 5), config.entropy());
    assertEquals(0.9, config.discount());
  }

  private static SacConfig config(String... assignments) {
    List<Setting> options = Stream.of(assignments).map(Setting::parse).toList();
    RunSettings settings = Configuration.load(RunSettings.defaults(), Optional.empty(), options);
    return Learners.config(settings.learner(), 0.9);
  }
}
