package dev.tandem.app.bench;

import dev.tandem.app.train.Seeds;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.function.Supplier;

/**
 * Learning the pendulum until it is solved: a mean return of -160 over ten episodes, and then over
 * a hundred of which these are the first, as ten alone are soon good by luck.
 *
 * @param seconds from start to end, evaluations included
 * @param envSteps taken until then
 * @param meanReturn of the hundred episodes, at the end
 * @param bytes that the learner holds in the end
 * @param solved false when the steps ran out first
 */
record PendulumRun(double seconds, long envSteps, double meanReturn, long bytes, boolean solved) {
  private static final double SOLVED_RETURN = -160;
  private static final int TRIAL_EPISODES = 10;
  private static final int CONFIRMING_EPISODES = 100;
  private static final Clock CLOCK = new SystemClock();

  /** Hears of every evaluation. */
  interface Listener {
    void evaluated(long envSteps, double meanReturn);
  }

  /**
   * How long it may take.
   *
   * @param mostSteps after which it gives up
   * @param everyEpisodes episodes from one evaluation to the next
   */
  record Patience(long mostSteps, int everyEpisodes) {}

  /** Learns until the evaluation is good or patience is at its end. */
  static PendulumRun learn(Supplier<Pupil> maker, Patience patience, long seed, Listener listener) {
    long startNanos = CLOCK.nanoTime();
    try (Pupil pupil = maker.get()) {
      PendulumWorld judge = new PendulumWorld();
      PendulumWorld world = new PendulumWorld();
      boolean solved = false;
      long envSteps = 0;
      for (long episode = 0; !solved && envSteps < patience.mostSteps; episode++) {
        envSteps += world.play(pupil, episode, new Seeds(seed).episode(episode));
        if (episode % patience.everyEpisodes == patience.everyEpisodes - 1) {
          double meanReturn = judge.meanReturn(pupil.learnt(), TRIAL_EPISODES);
          listener.evaluated(envSteps, meanReturn);
          solved = meanReturn >= SOLVED_RETURN && confirmed(judge, pupil) >= SOLVED_RETURN;
        }
      }
      double seconds = (CLOCK.nanoTime() - startNanos) * 1e-9;
      return new PendulumRun(seconds, envSteps, confirmed(judge, pupil), pupil.bytes(), solved);
    }
  }

  private static double confirmed(PendulumWorld judge, Pupil pupil) {
    return judge.meanReturn(pupil.learnt(), CONFIRMING_EPISODES);
  }
}
