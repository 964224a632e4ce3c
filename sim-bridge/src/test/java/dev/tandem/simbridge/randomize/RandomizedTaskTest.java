package dev.tandem.simbridge.randomize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.task.PegInsert;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomizedTaskTest {
  /** With something of everything. */
  private static RandomizedTask varied() {
    Map<Parameter, Distribution> all = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      boolean factor = parameter.nominal() == 1;
      all.put(parameter, Distribution.parse(factor ? "uniform(0.9, 1.1)" : "uniform(0.001, 0.01)"));
    }
    all.put(Parameter.PUSHES_PER_SECOND, Distribution.fixed(20));
    all.put(Parameter.PUSHES_TORQUE_NM, Distribution.fixed(5));
    all.put(Parameter.DRIVES_NO_LOAD_SPEED_RAD_PER_S, Distribution.fixed(10));
    return VariedPeg.task(all);
  }

  @Test
  void equalSeedsGiveEqualEpisodesWhateverCameBefore() {
    RandomizedTask task = varied();
    double[] first = VariedPeg.episode(task, 5, 100);
    String conditions = task.conditions();
    VariedPeg.episode(task, 6, 30);
    assertNotEquals(conditions, task.conditions());
    assertArrayEquals(first, VariedPeg.episode(task, 5, 100));
    assertEquals(conditions, task.conditions());
    assertFalse(Arrays.equals(first, VariedPeg.episode(task, 6, 100)));
  }

  @Test
  void nothingThatDiffersChangesNothing() {
    PegInsert plain = new PegInsert(scene -> new ChainPlant(Arm7.chain(), scene));
    RandomizedTask same = VariedPeg.task(Map.of());
    double[] expected = new double[plain.observationSpec().size()];
    plain.reset(3);
    MutableObservation observation = new MutableObservation(plain.observationSpec());
    MutableCommand command = new MutableCommand(plain.simulator().commandSpec());
    MutableTick tick = new MutableTick(1_000_000);
    for (int i = 0; i < 50; i++) {
      plain.simulator().observe(observation);
      plain.taskSensor().sample(tick, observation);
      plain.simulator().step(command, VariedPeg.PERIOD_SECONDS);
    }
    observation.copyTo(expected, 0);
    assertArrayEquals(expected, VariedPeg.episode(same, 3, 50));
    assertEquals("", same.conditions());
  }

  @Test
  void successIsJudgedByTheTruthAndNotByWhatIsSeen() {
    RandomizedTask task =
        VariedPeg.task(Map.of(Parameter.SENSING_SCENE_BIAS_METRES, Distribution.fixed(0.5)));
    MutableObservation seen = new MutableObservation(task.observationSpec());
    int deceived = 0;
    for (int seed = 0; seed < 20; seed++) {
      task.reset(seed);
      VariedPeg.run(task, new MutableCommand(task.simulator().commandSpec()), seen, 0, 1);
      deceived += task.succeeded(seen) ? 1 : 0;
      assertFalse(task.succeeded(task.truth(seen)), "seed " + seed);
    }
    assertTrue(deceived > 0, "half a metre in height deceives now and then");
  }

  @Test
  void anArmThatIsDisplacedStartsElsewhere() {
    RandomizedTask task =
        VariedPeg.task(Map.of(Parameter.START_JOINT_SPREAD_RAD, Distribution.fixed(0.05)));
    double[] displaced = VariedPeg.episode(task, 4, 1);
    double[] usual = VariedPeg.episode(VariedPeg.task(Map.of()), 4, 1);
    for (int joint = 0; joint < 7; joint++) {
      double offset = Math.abs(displaced[joint] - usual[joint]);
      assertTrue(offset > 0 && offset <= 0.05, "joint " + joint + " by " + offset);
    }
  }

  @Test
  void pushesMoveTheArmAndAreNotMeasuredByItsDrives() {
    Map<Parameter, Distribution> pushes =
        Map.of(
            Parameter.PUSHES_PER_SECOND, Distribution.fixed(50),
            Parameter.PUSHES_TORQUE_NM, Distribution.fixed(20));
    double[] pushed = VariedPeg.episode(VariedPeg.task(pushes), 4, 200);
    double[] usual = VariedPeg.episode(VariedPeg.task(Map.of()), 4, 200);
    assertTrue(Math.abs(pushed[0] - usual[0]) > 1e-3);
    assertArrayEquals(new double[7], Arrays.copyOfRange(pushed, 14, 21), 1e-9);
  }

  @Test
  void aStepAndALookAllocateNothing() {
    RandomizedTask task = varied();
    MutableObservation observation = new MutableObservation(task.observationSpec());
    MutableCommand command = new MutableCommand(task.simulator().commandSpec());
    task.reset(1);
    VariedPeg.run(task, command, observation, 0, 20_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    VariedPeg.run(task, command, observation, 20_000, 5_000);
    assertEquals(0, (threads.getCurrentThreadAllocatedBytes() - before) / 5_000);
  }
}
