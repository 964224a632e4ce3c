package dev.tandem.policies.sac;

import dev.tandem.policies.nn.ActorNetwork;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A learner whose policy is a running mean of its actors (Polyak and Juditsky 1992): from update to
 * update an actor swings about what it has learnt, and the mean swings less. What is learnt stays
 * the learner's own. One thread.
 */
public final class AveragedActor implements Learner {
  private static final String ACTOR = "actor/";
  private static final String NEWEST = "actor.newest/";

  private final Learner learner;
  private final PolicySpaces spaces;
  private final double share;
  private final boolean averages;
  private float[] mean;

  /**
   * @param learner to be closed with this; its policies are neural
   * @param updates over which the mean forgets all but 1/e of an actor; 1 for the newest alone
   */
  public AveragedActor(Learner learner, PolicySpaces spaces, int updates) {
    if (updates < 1) {
      throw new IllegalArgumentException("updates must be >= 1, got " + updates);
    }
    this.learner = learner;
    this.spaces = spaces;
    this.share = 1.0 / updates;
    this.averages = updates > 1;
    this.mean = averages ? newest().weights() : new float[0];
  }

  @Override
  public int batchRows() {
    return learner.batchRows();
  }

  @Override
  public LearnerStats update(Batch batch) {
    LearnerStats stats = learner.update(batch);
    if (!averages) {
      return stats;
    }
    float[] weights = newest().weights();
    for (int i = 0; i < mean.length; i++) {
      mean[i] += (float) (share * (weights[i] - mean[i]));
    }
    return stats;
  }

  @Override
  public long updates() {
    return learner.updates();
  }

  @Override
  public Policy snapshot() {
    if (!averages) {
      return learner.snapshot();
    }
    ActorNetwork network = new ActorNetwork(newest().shape(), mean.clone(), Arithmetic.fastest());
    return new NeuralPolicy(spaces, network, updates());
  }

  /** The learner's, in which the mean stands for the actor, and the newest actor beside it. */
  @Override
  public List<NamedArray> export() {
    if (!averages) {
      return learner.export();
    }
    List<NamedArray> arrays = new ArrayList<>();
    for (NamedArray array : learner.export()) {
      arrays.add(array.name().startsWith(ACTOR) ? renamed(array, ACTOR, NEWEST) : array);
    }
    for (ParameterLayout.Piece piece : newest().shape().layout().pieces()) {
      float[] values = Arrays.copyOfRange(mean, piece.offset(), piece.offset() + piece.size());
      arrays.add(new NamedArray(ACTOR + piece.name(), piece.shape(), values));
    }
    return arrays;
  }

  /** Also with what a learner exported that had no mean, which then begins with its actor. */
  @Override
  public void restore(List<NamedArray> arrays) {
    float[] restored = averages ? meanIn(arrays) : mean;
    learner.restore(ofLearner(arrays));
    mean = restored;
  }

  private float[] meanIn(List<NamedArray> arrays) {
    Map<String, NamedArray> byName = new HashMap<>();
    arrays.forEach(array -> byName.put(array.name(), array));
    ParameterLayout layout = newest().shape().layout();
    float[] weights = new float[layout.size()];
    for (ParameterLayout.Piece piece : layout.pieces()) {
      float[] values = LearnerArrays.take(byName, ACTOR + piece.name(), piece.shape()).values();
      System.arraycopy(values, 0, weights, piece.offset(), values.length);
    }
    return weights;
  }

  /** What a learner exported, of arrays with a mean of its actors or without. */
  private static List<NamedArray> ofLearner(List<NamedArray> arrays) {
    boolean averaged = arrays.stream().anyMatch(array -> array.name().startsWith(NEWEST));
    if (!averaged) {
      return arrays;
    }
    return arrays.stream()
        .filter(array -> !array.name().startsWith(ACTOR))
        .map(array -> array.name().startsWith(NEWEST) ? renamed(array, NEWEST, ACTOR) : array)
        .toList();
  }

  private static NamedArray renamed(NamedArray array, String from, String to) {
    String name = to + array.name().substring(from.length());
    return new NamedArray(name, array.shape(), array.values());
  }

  private NeuralPolicy newest() {
    Policy policy = learner.snapshot();
    if (policy instanceof NeuralPolicy neural) {
      return neural;
    }
    throw new IllegalArgumentException("expected a neural policy, found " + policy.getClass());
  }

  @Override
  public void close() {
    learner.close();
  }
}
