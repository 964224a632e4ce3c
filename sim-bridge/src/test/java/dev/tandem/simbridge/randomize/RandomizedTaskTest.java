package dev.tandem.simbridge.randomize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.task.PegInsert;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RandomizedTaskTest {
  private static final double PERIOD_SECONDS = 0.001;

  private final MutableTick tick = new MutableTick(1_000_000);

  private static RandomizedTask task(Map<Parameter, Distribution> named) {
    Randomization differences = new Randomization(named);
    return new RandomizedTask(
        new PegInsert(scene -> new ChainPlant(Arm7.chain(), scene)),
        Optional.of(new ChainModel(Arm7.chain())),
        differences,
        Curriculum.uniform(differences));
  }

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
    return task(all);
  }

  private double[] episode(RandomizedTask task, long seed, int ticks) {
    MutableObservation observation = new MutableObservation(task.observationSpec());
    MutableCommand command = new MutableCommand(task.simulator().commandSpec());
    task.reset(seed);
    run(task, command, observation, 0, ticks);
    double[] values = new double[observation.size()];
    observation.copyTo(values, 0);
    return values;
  }

  private void run(
      RandomizedTask task,
      MutableCommand command,
      MutableObservation observation,
      long from,
      int ticks) {
    for (long i = from; i < from + ticks; i++) {
      tick.set(i, i * 1_000_000, 0);
      task.simulator().observe(observation);
      task.taskSensor().sample(tick, observation);
      task.simulator().step(command, PERIOD_SECONDS);
    }
  }

  @Test
  void equalSeedsGiveEqualEpisodesWhateverCameBefore() {
    RandomizedTask task = varied();
    double[] first = episode(task, 5, 100);
    String conditions = task.conditions();
    episode(task, 6, 30);
    assertNotEquals(conditions, task.conditions());
    assertArrayEquals(first, episode(task, 5, 100));
    assertEquals(conditions, task.conditions());
    assertFalse(Arrays.equals(first, episode(task, 6, 100)));
  }

  @Test
  void nothingThatDiffersChangesNothing() {
    PegInsert plain = new PegInsert(scene -> new ChainPlant(Arm7.chain(), scene));
    RandomizedTask same = task(Map.of());
    double[] expected = new double[plain.observationSpec().size()];
    plain.reset(3);
    MutableObservation observation = new MutableObservation(plain.observationSpec());
    MutableCommand command = new MutableCommand(plain.simulator().commandSpec());
    for (int i = 0; i < 50; i++) {
      plain.simulator().observe(observation);
      plain.taskSensor().sample(tick, observation);
      plain.simulator().step(command, PERIOD_SECONDS);
    }
    observation.copyTo(expected, 0);
    assertArrayEquals(expected, episode(same, 3, 50));
    assertEquals("", same.conditions());
  }

  @Test
  void successIsJudgedByTheTruthAndNotByWhatIsSeen() {
    RandomizedTask task =
        task(Map.of(Parameter.SENSING_SCENE_BIAS_METRES, Distribution.fixed(0.5)));
    MutableObservation seen = new MutableObservation(task.observationSpec());
    int deceived = 0;
    for (int seed = 0; seed < 20; seed++) {
      task.reset(seed);
      run(task, new MutableCommand(task.simulator().commandSpec()), seen, 0, 1);
      deceived += task.succeeded(seen) ? 1 : 0;
      assertFalse(task.succeeded(task.truth(seen)), "seed " + seed);
    }
    assertTrue(deceived > 0, "half a metre in height deceives now and then");
  }

  @Test
  void anArmThatIsDisplacedStartsElsewhere() {
    RandomizedTask task = task(Map.of(Parameter.START_JOINT_SPREAD_RAD, Distribution.fixed(0.05)));
    double[] displaced = episode(task, 4, 1);
    double[] usual = episode(task(Map.of()), 4, 1);
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
    double[] pushed = episode(task(pushes), 4, 200);
    double[] usual = episode(task(Map.of()), 4, 200);
    assertTrue(Math.abs(pushed[0] - usual[0]) > 1e-3);
    assertArrayEquals(new double[7], Arrays.copyOfRange(pushed, 14, 21), 1e-9);
  }

  /** The measured joints, and where their kinematics have the tool, with its speed. */
  private static double[] toolOf(double[] values) {
    ChainModel model = new ChainModel(Arm7.chain());
    double[] pose = new double[16];
    double[] jacobian = new double[42];
    model.update(values, 0);
    model.toolInBase(pose);
    model.jacobian(jacobian);
    double[] tool = {pose[3], pose[7], pose[11], 0, 0, 0};
    for (int i = 0; i < 21; i++) {
      tool[3 + i / 7] += jacobian[i] * values[7 + i % 7];
    }
    return tool;
  }

  private static double[] tool(double[] values) {
    return Arrays.copyOfRange(values, 21, 27);
  }

  private static Map<Parameter, Distribution> wrongJoints(double toolFromJoints) {
    return Map.of(
        Parameter.SENSING_JOINT_NOISE_RAD, Distribution.fixed(0.01),
        Parameter.SENSING_SPEED_NOISE_RAD_PER_S, Distribution.fixed(0.1),
        Parameter.SENSING_JOINT_BIAS_RAD, Distribution.fixed(0.02),
        Parameter.SENSING_TOOL_FROM_JOINTS, Distribution.fixed(toolFromJoints));
  }

  @Test
  void theToolIsWhereTheMeasuredJointsHaveIt() {
    RandomizedTask task = task(wrongJoints(1));
    double[] seen = episode(task, 4, 50);
    assertArrayEquals(toolOf(seen), tool(seen), 1e-9);
    double[] truth = new double[seen.length];
    task.truth(new MutableObservation(task.observationSpec())).copyTo(truth, 0);
    assertArrayEquals(toolOf(truth), tool(truth), 1e-9);
    assertTrue(Math.abs(seen[21] - truth[21]) > 1e-4, "measured " + seen[21]);
    assertTrue(Math.abs(seen[24] - truth[24]) > 1e-3, "measured " + seen[24]);
  }

  @Test
  void theToolIsTheTrueOneUnlessItIsToComeFromTheJoints() {
    double[] seen = episode(task(wrongJoints(0)), 4, 50);
    double[] truth = episode(task(Map.of()), 4, 50);
    assertArrayEquals(tool(truth), tool(seen));
    assertTrue(Math.abs(seen[0] - truth[0]) > 1e-4);
  }

  @Test
  void aStepAndALookAllocateNothing() {
    RandomizedTask task = varied();
    MutableObservation observation = new MutableObservation(task.observationSpec());
    MutableCommand command = new MutableCommand(task.simulator().commandSpec());
    task.reset(1);
    run(task, command, observation, 0, 20_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(task, command, observation, 20_000, 5_000);
    assertEquals(0, (threads.getCurrentThreadAllocatedBytes() - before) / 5_000);
  }
}
