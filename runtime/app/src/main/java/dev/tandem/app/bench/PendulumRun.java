package dev.tandem.app.bench;

import dev.tandem.app.train.Seeds;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.function.Supplier;

/**
 * Learning the pendulum until it is solved: a mean return of -160 over ten episodes, and then over
 * two hundred that no attempt before has seen, as who may try often is good by luck once; of these
 * less the standard error of the difference between two such means. What it reports is measured on
 * two hundred others, which had no say in when to stop.
 *
 * @param seconds from start to end, evaluations included
 * @param envSteps taken until then
 * @param meanReturn of the last two hundred episodes
 * @param bytes that the learner holds in the end
 * @param solved whether that is good enough
 */
record PendulumRun(double seconds, long envSteps, double meanReturn, long bytes, boolean solved) {
  private static final double SOLVED_RETURN = -160;
  private static final int TRIAL_EPISODES = 10;
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
      boolean good = false;
      int fresh = TRIAL_EPISODES;
      long envSteps = 0;
      for (long episode = 0; !good && envSteps < patience.mostSteps; episode++) {
        envSteps += world.play(pupil, episode, new Seeds(seed).episode(episode));
        if (episode % patience.everyEpisodes == patience.everyEpisodes - 1) {
          double meanReturn = judge.meanReturn(pupil.learnt(), 0, TRIAL_EPISODES);
          listener.evaluated(envSteps, meanReturn);
          if (meanReturn >= SOLVED_RETURN) {
            good = Confirmation.of(judge, pupil.learnt(), fresh).holds(SOLVED_RETURN);
            fresh += Confirmation.EPISODES;
          }
        }
      }
      double seconds = (CLOCK.nanoTime() - startNanos) * 1e-9;
      double meanReturn = judge.meanReturn(pupil.learnt(), fresh, Confirmation.EPISODES);
      boolean solved = meanReturn >= SOLVED_RETURN;
      return new PendulumRun(seconds, envSteps, meanReturn, pupil.bytes(), solved);
    }
  }
}
