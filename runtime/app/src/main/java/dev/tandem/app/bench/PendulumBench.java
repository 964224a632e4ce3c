package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.train.Seeds;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.StreamingLearner;
import dev.tandem.runtime.learn.Task;
import dev.tandem.simbridge.pendulum.Pendulum;
import java.lang.management.ManagementFactory;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Wall time, environment steps and memory until the pendulum is solved, from a cold start: the
 * seconds hold the start of the virtual machine up to the making of this, the making of the
 * learner, and all evaluations. Whoever learns second in one process finds some code compiled
 * already.
 */
public final class PendulumBench {
  private static final Pendulum TASK = new Pendulum();

  private final long seed;
  private final Listener listener;
  private final double startSeconds = ManagementFactory.getRuntimeMXBean().getUptime() * 1e-3;

  /** Hears of every evaluation. */
  public interface Listener {
    void evaluated(String learner, long envSteps, double meanReturn);
  }

  /**
   * @param seed of weights, exploration and episodes
   */
  public PendulumBench(long seed, Listener listener) {
    this.seed = seed;
    this.listener = listener;
  }

  /**
   * SAC with a replay buffer; keys {@code sac_seconds, sac_env_steps, sac_return, sac_bytes,
   * sac_solved}.
   *
   * @param maker of any engine's learner
   * @param shareRows rows of one critic update
   * @param startSteps environment steps before the first update
   */
  public JsonObject sac(Function<Task, Learner> maker, int shareRows, int startSteps) {
    return run(
        "sac",
        new PendulumRun.Patience(20_000, 5),
        () ->
            new ReplayPupil(
                maker.apply(TASK),
                PolicySpaces.of(TASK),
                shareRows,
                startSteps,
                new Seeds(seed).stream("exploration"),
                seed));
  }

  /**
   * Stream AC(lambda); keys {@code stream_seconds, stream_env_steps, stream_return, stream_bytes,
   * stream_solved}.
   *
   * @param maker of the learner
   */
  public JsonObject stream(Function<Task, StreamingLearner> maker) {
    return run(
        "stream",
        new PendulumRun.Patience(1_000_000, 25),
        () -> StreamPupil.of(maker.apply(TASK), new Seeds(seed).stream("exploration")));
  }

  private JsonObject run(String name, PendulumRun.Patience patience, Supplier<Pupil> maker) {
    PendulumRun run =
        PendulumRun.learn(
            maker, patience, seed, (steps, value) -> listener.evaluated(name, steps, value));
    return new JsonObject()
        .put(name + "_seconds", startSeconds + run.seconds())
        .put(name + "_env_steps", run.envSteps())
        .put(name + "_return", run.meanReturn())
        .put(name + "_bytes", run.bytes())
        .put(name + "_solved", run.solved());
  }
}
