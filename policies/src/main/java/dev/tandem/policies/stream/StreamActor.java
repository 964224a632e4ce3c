package dev.tandem.policies.stream;

/** All that acting needs of a learner: the actor's network, and how its inputs are normalised. */
final class StreamActor {
  final StreamNetwork network;
  final RunningMoments observations;

  /** Transitions learnt from. */
  long steps;

  StreamActor(StreamNetwork network, RunningMoments observations) {
    this.network = network;
    this.observations = observations;
  }

  StreamActor copy() {
    StreamActor copy = new StreamActor(network.copy(), observations.copy());
    copy.steps = steps;
    return copy;
  }
}
