package dev.tandem.app.bench;

import com.sun.management.ThreadMXBean;
import dev.tandem.app.report.JsonObject;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.mujoco.BatchShape;
import dev.tandem.simbridge.mujoco.ModelSource;
import dev.tandem.simbridge.mujoco.Mujoco;
import dev.tandem.simbridge.mujoco.MujocoBatch;
import dev.tandem.simbridge.mujoco.MujocoModel;
import dev.tandem.simbridge.world.TableScene;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * MuJoCo's steps a second from Java and from C: the arm with gripper, table and cube, one world on
 * one thread, and eight worlds of ten substeps in lockstep on one thread and on two. All take
 * turns, so that all see the machine's good and bad moments, and all step the same trajectories.
 */
public final class SimBench {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int ENVIRONMENTS = 8;
  private static final int SUBSTEPS = 10;
  private static final Effort FULL = new Effort(9, 2_000, 20_000, 50);

  /**
   * How much is measured.
   *
   * @param rounds medians are over these
   * @param warmUp physics steps before each measurement
   * @param steps physics steps of each measurement
   * @param frames of each camera and size
   */
  record Effort(int rounds, int warmUp, int steps, int frames) {
    SimLoad load(int environments, int threads, int substeps) {
      int each = environments * substeps;
      return new SimLoad(
          new BatchShape(environments, threads, substeps), warmUp / each, steps / each);
    }
  }

  private final MujocoModel model;
  private final SimPeer peer;
  private final CameraBench cameras;
  private final Effort effort;
  private final Clock clock = new SystemClock();
  private final Medians medians = new Medians();

  private SimBench(MujocoModel model, SimPeer peer, Effort effort) {
    this.model = model;
    this.peer = peer;
    this.cameras = new CameraBench(model, effort.frames());
    this.effort = effort;
  }

  /**
   * Keys {@code steps_per_s, batch_steps_per_s, batch_threads1_steps_per_s}, {@code c_...} of the
   * same, {@code ratio_to_c, batch_ratio_to_c, threads2_scaling, bytes_per_step}; ratios are
   * medians of the rounds' ratios. {@code frames64_per_s} and {@code frames128_per_s} are of the
   * front camera, {@code wrist_...} of the other. Without a compiler {@code c} says why there is
   * nothing, without OpenGL {@code frames}.
   */
  public static JsonObject run() throws IOException, InterruptedException {
    return run(FULL, "gcc");
  }

  static JsonObject run(Effort effort, String compiler) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tandem-sim");
    try (MujocoModel model = ModelSource.of(TableScene.CUBE).load(Mujoco.shared())) {
      SimPeer peer =
          SimPeer.build(compiler, folder, ModelSource.of(TableScene.CUBE).writeTo(folder));
      return new SimBench(model, peer, effort).rounds();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private JsonObject rounds() throws InterruptedException {
    SimLoad single = effort.load(1, 1, 1);
    SimLoad batch1 = effort.load(ENVIRONMENTS, 1, SUBSTEPS);
    SimLoad batch = effort.load(ENVIRONMENTS, 2, SUBSTEPS);
    for (int round = 0; round < effort.rounds(); round++) {
      peers("steps_per_s", single);
      peers("batch_threads1_steps_per_s", batch1);
      peers("batch_steps_per_s", batch);
      frames();
    }
    medians.ratio("ratio_to_c", "steps_per_s", "c_steps_per_s");
    medians.ratio("batch_ratio_to_c", "batch_steps_per_s", "c_batch_steps_per_s");
    medians.ratio("threads2_scaling", "batch_steps_per_s", "batch_threads1_steps_per_s");
    medians.ratio("c_threads2_scaling", "c_batch_steps_per_s", "c_batch_threads1_steps_per_s");
    JsonObject json = medians.putInto(new JsonObject());
    peer.problem().ifPresent(why -> json.put("c", why));
    cameras.problem().ifPresent(why -> json.put("frames", why));
    return json;
  }

  private void frames() {
    for (int pixels : new int[] {64, 128}) {
      medians.add("frames" + pixels + "_per_s", cameras.framesPerSecond("front", pixels));
      medians.add("wrist_frames" + pixels + "_per_s", cameras.framesPerSecond("wrist", pixels));
    }
  }

  private void peers(String key, SimLoad load) throws InterruptedException {
    medians.add(key, stepsPerSecond(load));
    medians.add("c_" + key, peer.stepsPerSecond(load));
  }

  private double stepsPerSecond(SimLoad load) throws InterruptedException {
    try (MujocoBatch batch = new MujocoBatch(model, load.shape())) {
      reset(batch, load.shape());
      run(batch, load.warmUp());
      reset(batch, load.shape());
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long start = clock.nanoTime();
      run(batch, load.steps());
      long nanos = clock.nanoTime() - start;
      bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
      medians.add("bytes_per_step", bytes / load.physicsSteps());
      return load.physicsSteps() * NANOS_PER_SECOND / nanos;
    }
  }

  private static void reset(MujocoBatch batch, BatchShape shape) {
    for (int environment = 0; environment < shape.environments(); environment++) {
      batch.reset(environment, 0);
    }
  }

  /** Under the torques of {@code sim_loop.c}: -10 to 10 by congruence. */
  private static void run(MujocoBatch batch, int steps) throws InterruptedException {
    double[] controls = batch.controls();
    long state = 1;
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < controls.length; i++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        controls[i] = 20 * ((state >>> 11) * 0x1.0p-53 - 0.5);
      }
      batch.step();
    }
  }
}
