package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Learnt;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.sac.LearnerArrays;
import dev.tandem.runtime.learn.NamedArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** All that learning goes on from, as the arrays that every engine exports. */
final class SacState {
  private static final ParameterLayout LOG = new ParameterLayout().add("log", 1);

  /** Numbers of one kind in the slab and the variable that they are exported as. */
  private record Stored(String name, WeightPlaces places, int[] starts) {
    LearnerArrays.Variable variable() {
      return new LearnerArrays.Variable(name, places.layout());
    }
  }

  private final SacNetworks networks;
  private final SacSteps steps;
  private final List<Stored> stored = new ArrayList<>();
  private final LearnerArrays arrays;

  SacState(SacNetworks networks, SacSteps steps) {
    this.networks = networks;
    this.steps = steps;
    WeightPlaces actor = WeightPlaces.of(networks.actorShape);
    stored.add(new Stored("actor", actor, actorAt(Learnt::value)));
    stored.add(new Stored("actor.firstMoment", actor, actorAt(Learnt::firstMoment)));
    stored.add(new Stored("actor.secondMoment", actor, actorAt(Learnt::secondMoment)));
    WeightPlaces critics = WeightPlaces.of(networks.criticShape);
    stored.add(new Stored("critics", critics, criticsAt(Learnt::value)));
    stored.add(new Stored("critics.firstMoment", critics, criticsAt(Learnt::firstMoment)));
    stored.add(new Stored("critics.secondMoment", critics, criticsAt(Learnt::secondMoment)));
    stored.add(new Stored("target", critics, criticsAt(Learnt::target)));
    List<LearnerArrays.Variable> variables = new ArrayList<>();
    stored.forEach(kind -> variables.add(kind.variable()));
    for (String name :
        List.of("temperature", "temperature.firstMoment", "temperature.secondMoment")) {
      variables.add(new LearnerArrays.Variable(name, LOG));
    }
    networks.head.memory().forEach(memory -> variables.add(memory.variable()));
    arrays = new LearnerArrays(variables);
  }

  List<NamedArray> export(long seed) {
    List<float[]> values = new ArrayList<>();
    for (Stored kind : stored) {
      values.add(kind.places.read(networks.kernels.slab(), kind.starts));
    }
    values.add(steps.temperature.log.clone());
    values.add(steps.temperature.firstMoment.clone());
    values.add(steps.temperature.secondMoment.clone());
    networks.head.memory().forEach(memory -> values.add(memory.values().clone()));
    long[] counters = {seed, steps.criticSteps(), steps.actorSteps(), steps.temperatureSteps()};
    return arrays.export(new LearnerArrays.State(values, counters));
  }

  /** Checks every array before it changes anything; returns the seed. */
  long restore(List<NamedArray> exported) {
    LearnerArrays.State state = arrays.restore(exported, 4);
    List<float[]> values = state.values();
    int count = stored.size();
    for (int i = 0; i < count; i++) {
      write(stored.get(i), values.get(i));
    }
    steps.temperature.log[0] = values.get(count)[0];
    steps.temperature.firstMoment[0] = values.get(count + 1)[0];
    steps.temperature.secondMoment[0] = values.get(count + 2)[0];
    int next = count + 3;
    for (CriticHead.Memory memory : networks.head.memory()) {
      System.arraycopy(values.get(next), 0, memory.values(), 0, memory.values().length);
      next++;
    }
    long[] counters = state.counters();
    steps.restore(counters[1], counters[2], counters[3]);
    return counters[0];
  }

  /** In the order of the actor's layout. */
  float[] actorWeights() {
    Stored actor = stored.get(0);
    return actor.places.read(networks.kernels.slab(), actor.starts);
  }

  /** Weights of the actor alone; its moments stay. */
  void setActor(float[] weights) {
    write(stored.get(0), weights);
    steps.actor.refresh();
  }

  /** Weights of the critics, and the same of their targets. */
  void setCritics(float[] weights) {
    write(stored.get(3), weights);
    write(stored.get(6), weights);
    steps.critics.refresh();
  }

  private void write(Stored kind, float[] values) {
    kind.places.write(values, networks.kernels.slab(), kind.starts);
  }

  private int[] actorAt(ToIntFunction<Learnt> kind) {
    return new int[] {kind.applyAsInt(networks.actor.learnt())};
  }

  private int[] criticsAt(ToIntFunction<Learnt> kind) {
    return IntStream.range(0, networks.critics.length)
        .map(i -> kind.applyAsInt(networks.critics[i].learnt()))
        .toArray();
  }
}
