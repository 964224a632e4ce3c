package dev.tandem.policies.imitation;

import dev.tandem.policies.nn.ActionScaling;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Demonstrations in two batches, one to learn from and one to look at. An episode's transitions
 * resemble each other, so an episode goes to one side as a whole.
 *
 * @param training observations and actions to learn from
 * @param validation observations and actions to look at
 */
record DemonstrationSplit(Batch training, Batch validation) {
  static DemonstrationSplit of(
      List<Transition> demos, double validationShare, PolicySpaces spaces, RandomGenerator random) {
    List<Long> episodes =
        new ArrayList<>(demos.stream().map(Transition::episode).distinct().toList());
    if (episodes.size() < 2) {
      throw new IllegalArgumentException(
          "demonstrations: expected at least 2 episodes, one of them to validate on, found "
              + episodes.size());
    }
    int held = Math.max(1, (int) Math.round(validationShare * episodes.size()));
    Set<Long> heldBack = new HashSet<>();
    while (heldBack.size() < Math.min(held, episodes.size() - 1)) {
      heldBack.add(episodes.remove(random.nextInt(episodes.size())));
    }
    return new DemonstrationSplit(
        batch(demos.stream().filter(t -> !heldBack.contains(t.episode())).toList(), spaces),
        batch(demos.stream().filter(t -> heldBack.contains(t.episode())).toList(), spaces));
  }

  private static Batch batch(List<Transition> transitions, PolicySpaces spaces) {
    ActionScaling scaling = new ActionScaling(spaces.action());
    Batch batch = new Batch(transitions.size(), spaces.features(), spaces.actions());
    for (int row = 0; row < batch.rows; row++) {
      Transition transition = transitions.get(row);
      System.arraycopy(
          transition.observation(), 0, batch.observation, row * batch.features, batch.features);
      for (int i = 0; i < batch.actions; i++) {
        batch.action[row * batch.actions + i] = scaling.toUnit(i, transition.appliedAction()[i]);
      }
    }
    return batch;
  }
}
