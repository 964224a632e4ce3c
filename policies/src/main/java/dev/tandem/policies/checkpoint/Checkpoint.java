package dev.tandem.policies.checkpoint;

import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.learn.NamedArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A learner's state, or a policy alone.
 *
 * @param arrays the actor's are named {@code actor/...}
 */
public record Checkpoint(CheckpointHeader header, List<NamedArray> arrays) {
  /** Before the name of each of the actor's arrays. */
  static final String ACTOR = "actor/";

  public Checkpoint {
    arrays = List.copyOf(arrays);
  }

  /** The state of a learner that learns from batches. */
  public static Checkpoint of(
      String task,
      PolicySpaces spaces,
      NeuralPolicy policy,
      SortedMap<String, String> settings,
      List<NamedArray> arrays) {
    return new Checkpoint(
        header(task, spaces, Optional.of(policy.shape()), policy.version(), settings), arrays);
  }

  /** The state of a streaming learner after so many updates. */
  public static Checkpoint streaming(
      String task,
      PolicySpaces spaces,
      long updates,
      SortedMap<String, String> settings,
      List<NamedArray> arrays) {
    return new Checkpoint(header(task, spaces, Optional.empty(), updates, settings), arrays);
  }

  private static CheckpointHeader header(
      String task,
      PolicySpaces spaces,
      Optional<ActorShape> actor,
      long version,
      SortedMap<String, String> settings) {
    return new CheckpointHeader(
        task, spaces.encoder().names(), spaces.action().channels(), actor, version, settings);
  }

  /** A policy alone; nothing can learn on from it but by adopting its actor. */
  public static Checkpoint of(
      String task, PolicySpaces spaces, NeuralPolicy policy, SortedMap<String, String> settings) {
    float[] weights = policy.weights();
    List<NamedArray> arrays = new ArrayList<>();
    for (ParameterLayout.Piece piece : policy.shape().layout().pieces()) {
      float[] values = Arrays.copyOfRange(weights, piece.offset(), piece.offset() + piece.size());
      arrays.add(new NamedArray(ACTOR + piece.name(), piece.shape(), values));
    }
    return of(task, spaces, policy, settings, arrays);
  }
}
