package dev.tandem.app.run;

import dev.tandem.app.assembly.Compilers;
import dev.tandem.app.assembly.Deployment;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.SplittableRandom;

/**
 * One episode after the other: when the task is done or its time is up, the simulated arm is put
 * back and the task begins anew. Control thread.
 *
 * <p>Never while the robot is stopped, held, or not driven: a latched stop is a person's to end,
 * and putting the arm back would hide why it came. So nothing here asks the authority to restart;
 * it keeps its mode, its stops and what people asked of it, and only the arm's monitors are told
 * that the arm stands somewhere else. An episode that was interrupted stays open, and the next one
 * begins where the robot stands.
 */
final class Episodes {
  private static final int REHEARSALS = 300;
  private static final int MOST_ROUNDS = 50;
  private static final int QUIET_ROUNDS = 2;
  private static final int STEPS_A_REHEARSAL = 30;

  private final Deployment deployment;
  private final SimulatedTask task;
  private final ControlLoop loop;
  private final SplittableRandom random;
  private final long mostTicks;
  private long episode;
  private long drivenTicks;
  private boolean drove;
  private long ended;
  private long succeeded;

  Episodes(Deployment deployment, long seed) {
    this.deployment = deployment;
    this.task = deployment.task();
    this.loop = deployment.cell().loop();
    this.random = new SplittableRandom(seed);
    this.mostTicks = (long) task.horizonSteps() * task.ticksPerDecision();
  }

  /** Plays with the world until that is compiled code, too; the arm then stands ready. */
  void begin() {
    int quiet = 0;
    for (int round = 0; round < MOST_ROUNDS && quiet < QUIET_ROUNDS; round++) {
      play();
      quiet = Compilers.rest() ? quiet + 1 : 0;
    }
    task.reset(random.nextLong());
    loop.startEpisode(episode);
  }

  private void play() {
    for (int i = 0; i < REHEARSALS; i++) {
      task.reset(i);
      deployment.playWithWorld(STEPS_A_REHEARSAL);
    }
  }

  /** After every tick: whether the arm shall be put back before the next. */
  @HotPath
  boolean isOver() {
    boolean drives = deployment.cell().authority().mode().drives();
    if (drives && !drove) {
      episode++;
      drivenTicks = 0;
      loop.startEpisode(episode);
    }
    drove = drives;
    drivenTicks += drives ? 1 : 0;
    return drives && (drivenTicks >= mostTicks || task.terminated(loop.observation()));
  }

  /** Takes less than a period, and allocates, unlike a tick. */
  void next() {
    loop.endEpisode();
    succeeded += task.succeeded(task.truth(loop.observation())) ? 1 : 0;
    ended++;
    episode++;
    drivenTicks = 0;
    task.reset(random.nextLong());
    deployment.armWasPutElsewhere();
    loop.startEpisode(episode);
  }

  /** Episodes that came to their end. */
  long ended() {
    return ended;
  }

  long succeeded() {
    return succeeded;
  }
}
