package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.AdamStep;
import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Learnt;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.sac.AdamSchedule;
import java.util.List;

/**
 * Steps of Adam for one or more networks after a backward pass: gradients, then their clipping by
 * the global norm, then weights, moments and targets.
 */
final class Descent {
  /** A piece of one of the networks. */
  record Part(Learnt learnt, Block block) {}

  /**
   * How far a step goes.
   *
   * @param clip largest norm of all gradients together; 0 for no clipping
   * @param tau share of the way that targets move after the weights
   * @param squares place for {@link #squares}
   */
  record Settings(double clip, double tau, int squares) {}

  private final Crew crew;
  private final Kernels kernels;
  private final Part[] parts;
  private final AdamSchedule schedule;
  private final double clip;
  private final AdamStep ofWeights = new AdamStep();

  /** The same without decay. */
  private final AdamStep ofRest = new AdamStep();

  private final float[] numbers = new float[AdamSchedule.WIDTH];

  /** Of all gradients, a panel's columns for each part. */
  private final int squares;

  private final Crew.Phase gradient = this::gradient;
  private final Crew.Phase gradientAndNorm = this::gradientAndNorm;
  private final Crew.Phase descend = this::descend;
  private final Crew.Phase gradientAndDescend = this::gradientAndDescend;

  Descent(Crew crew, Kernels kernels, List<Part> parts, AdamSchedule schedule, Settings settings) {
    this.crew = crew;
    this.kernels = kernels;
    this.parts = parts.toArray(new Part[0]);
    this.schedule = schedule;
    this.clip = settings.clip;
    this.squares = settings.squares;
    ofWeights.tau = (float) settings.tau;
    ofRest.tau = ofWeights.tau;
  }

  /** Takes a place for the squares of so many parts. */
  static int squares(SlabPlan plan, int parts) {
    return plan.take((long) parts * Tiling.WIDTH);
  }

  void step() {
    schedule.next(numbers, 0);
    ofWeights.decay = numbers[2];
    if (clip == 0) {
      prepare(1);
      crew.run(gradientAndDescend, parts.length);
    } else {
      crew.run(gradientAndNorm, parts.length);
      prepare((float) (clip / Math.max(clip, norm())));
      crew.run(descend, parts.length);
    }
  }

  private void prepare(float gradientScale) {
    ofWeights.rate = numbers[0];
    ofWeights.epsilon = numbers[1];
    ofWeights.gradientScale = gradientScale;
    ofRest.rate = numbers[0];
    ofRest.epsilon = numbers[1];
    ofRest.gradientScale = gradientScale;
  }

  /** Only the gradients. */
  void gradients() {
    crew.run(gradient, parts.length);
  }

  /** Brings up to date what is made from weights that were set from outside. */
  void refresh() {
    for (Part part : parts) {
      part.block.refresh(kernels);
    }
  }

  private void gradientAndDescend(int task) {
    gradient(task);
    descend(task);
  }

  private void gradient(int task) {
    parts[task].block.gradient(kernels);
  }

  private void gradientAndNorm(int task) {
    gradient(task);
    parts[task].block.squares(kernels, squares + task * Tiling.WIDTH);
  }

  private void descend(int task) {
    Block block = parts[task].block;
    Learnt learnt = parts[task].learnt;
    int rest = block.offset() + block.weights();
    kernels.descend(learnt, block.offset(), block.weights(), ofWeights);
    kernels.descend(learnt, rest, block.size() - block.weights(), ofRest);
    block.refresh(kernels);
  }

  private double norm() {
    double sum = 0;
    for (int i = 0; i < parts.length * Tiling.WIDTH; i++) {
      sum += kernels.slab()[squares + i];
    }
    return Math.sqrt(sum);
  }
}
