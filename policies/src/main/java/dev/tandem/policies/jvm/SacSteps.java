package dev.tandem.policies.jvm;

import dev.tandem.policies.sac.AdamSchedule;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;

/** The optimisers of critics, actor and temperature, each with a step counter of its own. */
final class SacSteps {
  final Descent critics;
  final Descent actor;
  final Temperature temperature;
  private final AdamSchedule criticSchedule;
  private final AdamSchedule actorSchedule;
  private final AdamSchedule temperatureSchedule;

  SacSteps(SacConfig config, SacNetworks networks, Crew crew) {
    Optimiser settings = config.optimiser();
    criticSchedule = settings.criticSchedule();
    actorSchedule = settings.actorSchedule();
    temperatureSchedule = settings.temperatureSchedule();
    double clip = settings.gradientClip();
    critics =
        new Descent(
            crew,
            networks.kernels,
            networks.criticParts(),
            criticSchedule,
            new Descent.Settings(clip, config.critics().tau(), networks.squares));
    actor =
        new Descent(
            crew,
            networks.kernels,
            networks.actorParts(),
            actorSchedule,
            new Descent.Settings(clip, 0, networks.squares));
    double targetEntropy = config.entropy().targetEntropy(networks.inputs.actions);
    double initial = config.entropy().initialTemperature();
    temperature = new Temperature(initial, targetEntropy, temperatureSchedule);
  }

  long criticSteps() {
    return criticSchedule.steps();
  }

  long actorSteps() {
    return actorSchedule.steps();
  }

  long temperatureSteps() {
    return temperatureSchedule.steps();
  }

  /** Goes on after that many steps; the weights may be others as well. */
  void restore(long criticSteps, long actorSteps, long temperatureSteps) {
    criticSchedule.restore(criticSteps);
    actorSchedule.restore(actorSteps);
    temperatureSchedule.restore(temperatureSteps);
    critics.refresh();
    actor.refresh();
  }
}
