package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.simbridge.world.TableScene;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MujocoBatchTest {
  private static final int ENVIRONMENTS = 5;
  private static final int SUBSTEPS = 3;
  private static final int STEPS = 40;

  private final MujocoModel model = ModelSource.of(TableScene.CUBE).load(Natives.mujoco());

  @AfterEach
  void free() {
    model.close();
  }

  private MujocoBatch batch(int threads) {
    MujocoBatch batch = new MujocoBatch(model, new BatchShape(ENVIRONMENTS, threads, SUBSTEPS));
    for (int environment = 0; environment < ENVIRONMENTS; environment++) {
      batch.reset(environment, 0);
    }
    return batch;
  }

  /** The controls of one environment at one step, whoever asks. */
  private void control(MujocoBatch batch, int environment, int step) {
    SplittableRandom random = new SplittableRandom(1000L * environment + step);
    for (int i = 0; i < model.controls(); i++) {
      batch.controls()[environment * model.controls() + i] = random.nextDouble(-10, 10);
    }
  }

  private double[] oneAfterTheOther() {
    try (MujocoState state = new MujocoState(model);
        MujocoBatch scratch = batch(1)) {
      double[] all = new double[ENVIRONMENTS * state.observations()];
      for (int environment = 0; environment < ENVIRONMENTS; environment++) {
        state.resetToKey(0);
        for (int step = 0; step < STEPS; step++) {
          control(scratch, environment, step);
          state.control(scratch.controls(), environment * model.controls());
          for (int i = 0; i < SUBSTEPS; i++) {
            state.step();
          }
        }
        state.observe(all, environment * state.observations());
      }
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void inLockstepEveryWorldGoesAsItWouldAlone(int threads) throws InterruptedException {
    try (MujocoBatch batch = batch(threads)) {
      for (int step = 0; step < STEPS; step++) {
        for (int environment = 0; environment < ENVIRONMENTS; environment++) {
          control(batch, environment, step);
        }
        batch.step();
      }
      assertArrayEquals(oneAfterTheOther(), batch.observations());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void oneByOneEveryWorldGoesAsItWouldAlone(int threads) throws InterruptedException {
    try (MujocoBatch batch = batch(threads)) {
      int[] steps = new int[ENVIRONMENTS];
      for (int environment = 0; environment < ENVIRONMENTS; environment++) {
        control(batch, environment, 0);
        batch.send(environment);
      }
      for (int done = 0; done < ENVIRONMENTS * STEPS; done++) {
        int environment = batch.receive();
        steps[environment]++;
        if (steps[environment] < STEPS) {
          control(batch, environment, steps[environment]);
          batch.send(environment);
        }
      }
      assertArrayEquals(oneAfterTheOther(), batch.observations());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void steppingAllocatesNothingOnAnyThread(int threads) throws InterruptedException {
    try (MujocoBatch batch = batch(threads)) {
      steps(batch, 3_000);
      long before = allocatedBytes(batch);
      steps(batch, 1_000);
      assertEquals(0, (allocatedBytes(batch) - before) / 1_000);
    }
  }

  private static void steps(MujocoBatch batch, int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      batch.step();
      batch.send(0);
      batch.receive();
    }
  }

  private static long allocatedBytes(MujocoBatch batch) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    for (Thread worker : batch.workers()) {
      bytes += threads.getThreadAllocatedBytes(worker.threadId());
    }
    return bytes;
  }

  @Test
  void aBatchHasAsManyThreadsAsItSaysAndLeavesNone() {
    MujocoBatch batch = batch(3);
    assertEquals(2, batch.workers().size());
    batch.close();
    for (Thread worker : batch.workers()) {
      assertFalse(worker.isAlive(), worker.getName());
    }
  }

  @Test
  void whatIsUnderWayIsNeitherSentNorResetNorSteppedWithTheRest() throws InterruptedException {
    try (MujocoBatch batch = batch(2)) {
      batch.send(1);
      assertThrows(IllegalStateException.class, () -> batch.send(1));
      assertThrows(IllegalStateException.class, () -> batch.reset(1, 0));
      assertThrows(IllegalStateException.class, batch::step);
      assertEquals(1, batch.receive());
      assertThrows(IllegalStateException.class, batch::receive);
      batch.step();
    }
  }

  @Test
  void aResetPutsBackOneWorldAndNoOther() throws InterruptedException {
    try (MujocoBatch batch = batch(1)) {
      int each = batch.observations().length / ENVIRONMENTS;
      double[] first = Arrays.copyOfRange(batch.observations(), each, 2 * each);
      batch.step();
      double[] stepped = batch.observations().clone();
      batch.reset(1, 0);
      System.arraycopy(first, 0, stepped, each, each);
      assertArrayEquals(stepped, batch.observations());
    }
  }

  @Test
  void aWorldThatDivergedIsToldUntilItIsReset() throws InterruptedException {
    try (MujocoBatch batch = batch(2)) {
      batch.controls()[2 * model.controls()] = Double.NaN;
      batch.step();
      assertTrue(batch.hasDiverged(2));
      assertFalse(batch.hasDiverged(1));
      batch.reset(2, 0);
      assertFalse(batch.hasDiverged(2));
    }
  }

  @Test
  void aModelThatWasClosedIsToldToTheCaller() {
    try (MujocoBatch batch = batch(2)) {
      model.close();
      assertThrows(IllegalStateException.class, batch::step);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void shapesOfNothingAreRefused(int none) {
    assertThrows(IllegalArgumentException.class, () -> new BatchShape(none, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new BatchShape(1, none, 1));
    assertThrows(IllegalArgumentException.class, () -> new BatchShape(1, 1, none));
  }
}
