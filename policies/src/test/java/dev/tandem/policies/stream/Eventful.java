package dev.tandem.policies.stream;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A stream in which all happens that can: episodes that terminate, that run out of time, that break
 * off, with a missing decision, with one of a person's; features far from zero and of different
 * sizes, rewards far from one.
 */
final class Eventful {
  private static final float[] CENTRES = {3, -1, 100, 0};
  private static final float[] SPREADS = {0.1f, 1, 30, 5};

  private final RandomGenerator random;
  private final List<Transition> stream = new ArrayList<>();

  private Eventful(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static List<Transition> stream(long seed) {
    Eventful eventful = new Eventful(seed);
    eventful.episode(0, 6, true, false);
    eventful.episode(1, 5, false, true);
    eventful.episode(2, 4, false, false);
    eventful.episode(3, 7, true, true);
    eventful.episode(4, 1, true, false);
    eventful.episode(5, 6, false, true);
    eventful.stream.remove(18); // a decision in the middle of episode 3
    return List.copyOf(eventful.stream);
  }

  private void episode(long episode, int steps, boolean terminated, boolean truncated) {
    float[] now = observation();
    for (int step = 0; step < steps; step++) {
      float[] next = observation();
      boolean last = step == steps - 1;
      Origin origin = episode == 5 && step == 2 ? Origin.HUMAN : Origin.POLICY;
      stream.add(
          transition(episode, step, now, next, last && terminated, last && truncated, origin));
      now = next;
    }
  }

  private Transition transition(
      long episode,
      int step,
      float[] now,
      float[] next,
      boolean terminated,
      boolean truncated,
      Origin origin) {
    return new Transition(
        episode,
        step,
        0,
        now,
        asked(),
        new float[StreamFixture.ACTIONS],
        2 + 7 * random.nextGaussian(),
        next,
        terminated,
        truncated,
        origin,
        Verdict.PASSED,
        0);
  }

  private float[] asked() {
    float[] newtons = StreamFixture.draw(random, StreamFixture.ACTIONS);
    for (int i = 0; i < newtons.length; i++) {
      newtons[i] = 1 + 3 * newtons[i];
    }
    return newtons;
  }

  float[] observation() {
    float[] values = StreamFixture.draw(random, StreamFixture.FEATURES);
    for (int i = 0; i < values.length; i++) {
      values[i] = CENTRES[i] + SPREADS[i] * values[i];
    }
    return values;
  }
}
