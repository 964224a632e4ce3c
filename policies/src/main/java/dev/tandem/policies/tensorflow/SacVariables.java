package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.sac.CriticShape;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.op.Ops;

/**
 * Everything that soft actor-critic learns. Each of the three that are optimised has an optimiser
 * of its own, so that a critic step leaves the moments of actor and temperature alone.
 */
record SacVariables(
    AdamVariable actor,
    AdamVariable critics,
    FlatVariable target,
    AdamVariable logTemperature,
    List<FlatVariable> ofHead) {
  /**
   * @param ofHead what the critics' head remembers
   */
  static SacVariables of(
      Ops tf, SacConfig config, ActorShape actor, CriticShape critics, List<FlatVariable> ofHead) {
    Optimiser optimiser = config.optimiser();
    return new SacVariables(
        new AdamVariable(tf, "actor", actor.layout(), optimiser),
        new AdamVariable(tf, "critics", critics.layout(), optimiser),
        new FlatVariable(tf, "target", critics.layout()),
        AdamVariable.plain(tf, "temperature", new ParameterLayout().add("log", 1)),
        ofHead);
  }

  List<FlatVariable> all() {
    List<FlatVariable> all = new ArrayList<>(actor.all());
    all.addAll(critics.all());
    all.add(target);
    all.addAll(logTemperature.all());
    all.addAll(ofHead);
    return all;
  }
}
