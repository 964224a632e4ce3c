package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimulatorsTest {
  private static final int EPISODES = 10;

  @ParameterizedTest
  @CsvSource({
    "reach, plant",
    "reach, mujoco",
    "peg-insert, plant",
    "peg-insert, mujoco",
    "pick-cube, mujoco",
    "pick-cube-sparse, mujoco",
    "arrange-boxes, mujoco",
    "cable-route, mujoco"
  })
  void everyTaskIsDoneByItsExpertInEverySimulator(String name, String simulator) {
    try (SimulatorOf task = SimulatorOf.create(name, simulator)) {
      Rig rig =
          new Rig(
              Robot.shippedFor(name),
              task.task(),
              InterventionSource.NOBODY,
              Driver.expert(task.task()).policy(),
              new UnjournaledRecording(task.task()));
      EvaluationSummary found = new Evaluation(rig, () -> false).run("expert", 11, EPISODES);
      assertTrue(found.successes() >= EPISODES - 1, found::toString);
    }
  }

  @Test
  void aLooseCubeNeedsMujoco() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> Tasks.create("pick-cube", "plant"));
    assertEquals(
        "simulator: expected mujoco for a task with a gripper and loose things, found plant, the"
            + " embedded one, which has neither; add --sim mujoco",
        refusal.getMessage());
  }

  @Test
  void allSimulatorsHaveTheSameSignals() {
    try (SimulatorOf plant = SimulatorOf.create("peg-insert", "plant");
        SimulatorOf mujoco = SimulatorOf.create("peg-insert", "mujoco")) {
      assertEquals(plant.task().observationSpec(), mujoco.task().observationSpec());
      assertEquals(plant.task().simulator().commandSpec(), mujoco.task().simulator().commandSpec());
      assertEquals(plant.task().actionSpec(), mujoco.task().actionSpec());
    }
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatIs() {
    var noTask =
        assertThrows(IllegalArgumentException.class, () -> Tasks.create("juggle", "plant"));
    assertEquals(
        "task: expected one of [arrange-boxes, cable-route, locomotion, peg-insert, pick-cube, pick-cube-sparse, reach], found juggle",
        noTask.getMessage());
    var noSimulator =
        assertThrows(IllegalArgumentException.class, () -> Tasks.create("reach", "marbles"));
    assertEquals(
        "simulator: expected one of [mujoco, plant, remote], found marbles",
        noSimulator.getMessage());
  }
}
