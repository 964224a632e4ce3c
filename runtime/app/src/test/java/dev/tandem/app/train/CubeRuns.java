package dev.tandem.app.train;

import com.sun.management.ThreadMXBean;
import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.simbridge.task.SimulatedTask;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** The cube in MuJoCo, with images of whatever kind: short trainings, and ticks of the expert. */
final class CubeRuns {
  private static final int ROUNDS = 6;

  private CubeRuns() {}

  /**
   * Of a hundred steps.
   *
   * @param images the setting that says which
   */
  static SmallRuns in(Path folder, String images) {
    return new SmallRuns(
        folder,
        "task=pick-cube",
        "simulator=mujoco",
        "steps=100",
        "demos.episodes=1",
        "evaluation.episodes=1",
        "learner.hidden=[8]",
        "learner.batch_size=8",
        "learner.threads=1",
        images);
  }

  /** The expert closes the gripper around the cube and lifts it. */
  static Rig byExpert(SimulatedTask task) {
    return new Rig(
        Robot.shippedFor("pick-cube"),
        task,
        InterventionSource.NOBODY,
        Driver.expert(task).policy(),
        new UnjournaledRecording(task));
  }

  /**
   * Bytes that so many ticks of an episode allocate, in the best of a few episodes.
   *
   * @param begun after the first tick of each, {@code ended} after the last
   */
  static long leastBytes(Rig rig, int ticks, Runnable begun, Runnable ended) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      rig.task().reset(round);
      rig.restart();
      rig.loop().startEpisode(round);
      rig.loop().tick();
      begun.run();
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < ticks; i++) {
        rig.loop().tick();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      ended.run();
      rig.recording().drain(transition -> {});
    }
    return least;
  }
}
