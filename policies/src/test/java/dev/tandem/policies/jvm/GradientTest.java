package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Learnt;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backward passes against finite differences of the forward passes, over random shapes. */
class GradientTest {
  private static final int FEATURES = 3;
  private static final int ACTIONS = 2;
  private static final int ROWS = 5;
  private static final float STEP = 1f / 128;
  private static final int WEIGHTS = 60;
  private static final List<Activation> ACTIVATIONS = List.of(Activation.values());
  private static final double TOLERANCE = 3e-3;

  static LongStream seeds() {
    return LongStream.range(0, 16);
  }

  /** A forward pass and what comes of it. */
  private interface Loss {
    double forward();
  }

  /**
   * What a loss does a step to either side.
   *
   * @param up slope to the one
   * @param down slope to the other
   */
  private record Slopes(double up, double down) {
    static Slopes of(double more, double here, double less) {
      return new Slopes((more - here) / STEP, (here - less) / STEP);
    }

    /** A step crossed a kink of an activation that has one. */
    boolean isKinked() {
      return Math.abs(up - down) > TOLERANCE * (1 + Math.abs(up));
    }

    void assertClose(double found, String where) {
      double mean = (up + down) / 2;
      assertEquals(mean, found, TOLERANCE * (1 + Math.abs(mean)), where);
    }
  }

  /** Networks of random shape, weights and inputs. */
  private static final class Case {
    final SplittableRandom random;
    final SacNetworks networks;
    final Kernels kernels;
    final float[] slab;
    final Activation activation;
    final boolean smooth;

    Case(long seed) {
      random = new SplittableRandom(seed);
      activation = ACTIVATIONS.get((int) (seed % ACTIVATIONS.size()));
      smooth = activation == Activation.TANH || activation == Activation.SILU;
      SacConfig config =
          SacConfig.defaults(0.9)
              .withActor(layers())
              .withCritics(new SacConfig.Critics(1, 1, layers(), 0.1))
              .withBatch(new SacConfig.Batching(ROWS, 1));
      networks = SacNetworks.of(config, FEATURES, ACTIONS, JvmConfig.of(1));
      kernels = networks.kernels;
      slab = kernels.slab();
      SacState state = new SacState(networks, new SacSteps(config, networks, new Crew(1)));
      state.setActor(numbers(networks.actorShape.layout().size()));
      state.setCritics(numbers(networks.criticShape.layout().size()));
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < FEATURES + ACTIONS; i++) {
          slab[networks.inputs.taken.at(row, i)] = number();
          slab[networks.inputs.drawn.at(row, i)] = number();
        }
      }
    }

    private Layers layers() {
      int depth = random.nextInt(1, 4);
      List<Integer> hidden = random.ints(depth, 8, 90).boxed().toList();
      return new Layers(hidden, activation, random.nextBoolean());
    }

    float[] numbers(int count) {
      float[] numbers = new float[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = number();
      }
      return numbers;
    }

    float number() {
      return (float) random.nextDouble(-0.6, 0.6);
    }

    /** Compares some of the gradients with what {@code loss} does when a weight moves. */
    void check(Learnt learnt, WeightPlaces places, List<Block> blocks, Loss loss) {
      blocks.forEach(block -> block.gradient(kernels));
      int[] at = {learnt.value()};
      float[] weights = places.read(slab, at);
      float[] found = places.read(slab, new int[] {learnt.gradient()});
      double here = loss.forward();
      int compared = 0;
      for (int i = 0; i < WEIGHTS; i++) {
        int weight = random.nextInt(weights.length);
        float before = weights[weight];
        weights[weight] = before + STEP;
        places.write(weights, slab, at);
        double up = loss.forward();
        weights[weight] = before - STEP;
        places.write(weights, slab, at);
        double down = loss.forward();
        weights[weight] = before;
        places.write(weights, slab, at);
        compared += compare(Slopes.of(up, here, down), found[weight], "weight " + weight);
      }
      assertTrue(compared >= (smooth ? WEIGHTS : WEIGHTS / 3), "compared " + compared);
    }

    /** Returns 1, or 0 when there is a kink in between and nothing to compare with. */
    int compare(Slopes slopes, double found, String where) {
      if (!smooth && slopes.isKinked()) {
        return 0;
      }
      slopes.assertClose(found, activation + ", " + where);
      return 1;
    }

    Slopes slopes(int place, Loss loss) {
      double here = loss.forward();
      float before = slab[place];
      slab[place] = before + STEP;
      double up = loss.forward();
      slab[place] = before - STEP;
      double down = loss.forward();
      slab[place] = before;
      return Slopes.of(up, here, down);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void carriesTheCriticsLossBackToItsWeightsAndTheAction(long seed) {
    Case c = new Case(seed);
    Critic critic = c.networks.critics[0];
    float[] byQ = c.numbers(ROWS);
    int to = c.networks.inputs.rows.to(0);
    Loss loss =
        () -> {
          critic.taken.forward(c.kernels, 0, to);
          double sum = 0;
          for (int row = 0; row < ROWS; row++) {
            sum += byQ[row] * c.slab[critic.q + row];
          }
          return sum;
        };
    loss.forward();
    System.arraycopy(byQ, 0, c.slab, critic.byQ, ROWS);
    critic.taken.backward(c.kernels, 0, to);
    critic.backToAction(c.kernels, 0, to);
    WeightPlaces places = WeightPlaces.of(c.networks.criticShape);
    c.check(critic.learnt(), places, critic.blocks(), loss);
    for (int row = 0; row < ROWS; row++) {
      int place = c.networks.inputs.taken.at(row, FEATURES + 1);
      c.compare(c.slopes(place, loss), c.slab[critic.byAction.at(row, 1)], "row " + row);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void carriesTheActorsLossBackToItsWeights(long seed) {
    Case c = new Case(seed);
    GaussianActor actor = c.networks.actor;
    Mlp pass = actor.over(c.networks.inputs.drawn);
    float[] byAction = c.numbers(ROWS * ACTIONS);
    float byLogProbability = 0.1f;
    System.arraycopy(c.numbers(ROWS * ACTIONS), 0, c.slab, actor.noise, ROWS * ACTIONS);
    int to = c.networks.inputs.rows.to(0);
    Loss loss =
        () -> {
          pass.forward(c.kernels, 0, to);
          actor.draw(c.kernels, 0, to);
          actor.act(c.slab, c.networks.inputs.next, FEATURES, 0, ROWS);
          double sum = 0;
          for (int row = 0; row < ROWS; row++) {
            sum += byLogProbability * c.slab[actor.logProbability + row];
            for (int i = 0; i < ACTIONS; i++) {
              float action = c.slab[c.networks.inputs.next.at(row, FEATURES + i)];
              sum += byAction[row * ACTIONS + i] * action;
            }
          }
          return sum;
        };
    loss.forward();
    System.arraycopy(byAction, 0, c.slab, actor.byAction, ROWS * ACTIONS);
    actor.backward(c.slab, byLogProbability, 0, to);
    pass.backward(c.kernels, 0, to);
    WeightPlaces places = WeightPlaces.of(c.networks.actorShape);
    c.check(actor.learnt(), places, actor.blocks(c.networks.inputs.drawn), loss);
  }
}
