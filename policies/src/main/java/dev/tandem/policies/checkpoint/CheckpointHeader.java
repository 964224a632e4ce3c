package dev.tandem.policies.checkpoint;

import dev.tandem.policies.nn.ActorShape;
import dev.tandem.runtime.signal.Channel;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the arrays of a checkpoint belong to.
 *
 * @param task name of the task
 * @param features names of the policy's inputs, in order
 * @param actions channels of the policy's outputs with their bounds, in order
 * @param actor shape of the policy's network; empty when the arrays are a streaming learner's
 * @param policyVersion {@code Policy.version()}
 * @param settings of the run by their keys: what its weights fit and mean something with
 */
public record CheckpointHeader(
    String task,
    List<String> features,
    List<Channel> actions,
    Optional<ActorShape> actor,
    long policyVersion,
    SortedMap<String, String> settings) {
  public CheckpointHeader {
    features = List.copyOf(features);
    actions = List.copyOf(actions);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }
}
