package dev.tandem.policies.sac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateCostTest {
  /** Counted by hand: one critic of 3-4-1, an actor of 2-4-2, one row. */
  @Test
  void countsEveryProductThatSomebodyNeedsOnce() {
    SacConfig config =
        SacConfig.defaults(0.9)
            .withHidden(List.of(4))
            .withCritics(1, 1)
            .withBatch(new SacConfig.Batching(1, 1));
    double critic = 3 * 4 + 4;
    double actor = 2 * 4 + 4 * 2;
    double criticStep = actor + critic + critic + critic + 4;
    double actorStep = actor + critic + (4 + 4) + actor + 4 * 2;
    assertEquals(2 * (criticStep + actorStep), UpdateCost.operations(config, 2, 1));
  }

  @Test
  void isTheUsual577MillionForTwoCriticsOf256() {
    SacConfig config = SacConfig.defaults(0.99).withCritics(2, 2);
    assertEquals(577e6, UpdateCost.operations(config, 17, 6), 1e6);
  }

  @Test
  void repeatsTheCriticStepsAloneAtAHigherUtd() {
    SacConfig once = SacConfig.defaults(0.99);
    double one = UpdateCost.operations(once, 17, 6);
    double two = UpdateCost.operations(once.withBatch(new SacConfig.Batching(256, 2)), 17, 6);
    double three = UpdateCost.operations(once.withBatch(new SacConfig.Batching(256, 3)), 17, 6);
    assertEquals(two - one, three - two, 1);
  }
}
