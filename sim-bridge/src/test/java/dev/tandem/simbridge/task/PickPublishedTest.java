package dev.tandem.simbridge.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.simbridge.world.TableScene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The spaces of franka_sim's and gym_hil's PandaPickCubeGymEnv, read off their declarations. */
class PickPublishedTest {
  private final HandWrittenTable world = new HandWrittenTable(TableScene.CUBE);
  private final SimulatedTask serl = PickPublished.serl(world);
  private final SimulatedTask gymHil = PickPublished.gymHil(world);

  private static final List<String> SERL_ARM =
      List.of(
          "panda/tcp_pos.0",
          "panda/tcp_pos.1",
          "panda/tcp_pos.2",
          "panda/tcp_vel.0",
          "panda/tcp_vel.1",
          "panda/tcp_vel.2",
          "panda/gripper_pos");

  private float[] seen(FeatureEncoder by) {
    world.tool = new double[] {0.6, 0.2, 0.25};
    world.toolVelocity = new double[] {0.5, -1, 0.125};
    world.closed = 0.5;
    world.things[0] = new double[] {0.5, -0.2, 0.3};
    world.armRad = new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    float[] numbers = new float[by.size()];
    by.encode(world.observed(), numbers);
    return numbers;
  }

  @Test
  void serlsTenNumbersAreAsItDeclaresThemInSiUnitsWithoutShiftOrScale() {
    List<String> names = serl.encoder().names();
    assertEquals(SERL_ARM, names.subList(0, 7));
    assertEquals(List.of("block_pos.0", "block_pos.1", "block_pos.2"), names.subList(7, 10));
    float[] expected = {0.6f, 0.2f, 0.25f, 0.5f, -1, 0.125f, 0.5f, 0.5f, -0.2f, 0.3f};
    assertArrayEquals(expected, seen(serl.encoder()));
    List<Channel> channels = serl.encoder().channels();
    assertEquals(Channel.of("panda/tcp_pos.2", "m"), channels.get(2));
    assertEquals(Channel.of("panda/tcp_vel.0", "m/s"), channels.get(3));
    assertEquals(Channel.of("panda/gripper_pos", "1"), channels.get(6));
  }

  @Test
  void picturesTakeThePlaceOfTheBlock() {
    Scene scene = serl.scene().orElseThrow();
    assertEquals(SERL_ARM, scene.proprioception().names());
    assertEquals(
        PickCube.dense(world).scene().orElseThrow().shown().names(), scene.shown().names());
    assertEquals(18, gymHil.scene().orElseThrow().proprioception().size());
  }

  @Test
  void anActionOfSerlsIsFourOfMinusOneToOneAndATenthOfItMoves() {
    AskedAction asked = serl.asked();
    for (Channel each : asked.spec().channels()) {
      assertEquals(-1, each.min(), each.name());
      assertEquals(1, each.max(), each.name());
      assertEquals("1", each.unit(), each.name());
    }
    double[] ours = new double[4];
    asked.toOurs(new double[] {1, -0.5, 0.25, -1}, ours);
    assertArrayEquals(new double[] {0.1, -0.05, 0.025, -1}, ours, 1e-15);
    assertArrayEquals(new double[] {1, -0.5, 0.25, -1}, asked.toTheirs(ours), 1e-15);
  }

  @Test
  void gymHilsGripperIsAskedFromNoughtToTwoAndObservedAsItsDriveIs() {
    AskedAction asked = gymHil.asked();
    assertEquals(new Channel("dx", "1", -1, 1), asked.spec().channel(0));
    assertEquals(new Channel("gripper", "1", 0, 2), asked.spec().channel(3));
    double[] ours = new double[4];
    asked.toOurs(new double[] {1, 0, -1, 1}, ours);
    assertArrayEquals(new double[] {0.025, 0, -0.025, 0}, ours, 1e-15);
    asked.toOurs(new double[] {0, 0, 0, 2}, ours);
    assertEquals(1, ours[3]);
    assertArrayEquals(new double[] {0, 0, 0, 2}, asked.toTheirs(ours), 1e-15);
    float[] seen = seen(gymHil.encoder());
    List<String> names = gymHil.encoder().names();
    assertEquals(18 + 3, names.size());
    for (int i = 0; i < 18; i++) {
      assertEquals("agent_pos." + i, names.get(i));
    }
    assertEquals(0.7f, seen[6]);
    assertEquals(127.5f, seen[14]);
    assertEquals(0.6f, seen[15]);
    assertEquals("environment_state.2", names.get(20));
    assertEquals(0.3f, seen[20]);
  }

  @Test
  void allElseIsTheTaskAsItIs() {
    assertEquals("pick-cube", serl.name());
    assertEquals("pick-cube-sparse", gymHil.name());
    assertEquals(PickCube.dense(world).actionSpec(), serl.actionSpec());
    assertEquals(PickCube.dense(world).observationSpec(), serl.observationSpec());
    assertEquals(10, serl.ticksPerDecision());
    assertEquals(50, gymHil.ticksPerDecision());
  }

  @Test
  void whoAsksAsWeDoIsTakenAtHisWord() {
    PickCube task = PickCube.dense(world);
    double[] ours = new double[4];
    task.asked().toOurs(new double[] {0.1, -0.03, 0.07, -0.9}, ours);
    assertArrayEquals(new double[] {0.1, -0.03, 0.07, -0.9}, ours);
    assertArrayEquals(ours, task.asked().toTheirs(ours));
    assertEquals(task.actionSpec(), task.asked().spec());
    assertThrows(
        IllegalArgumentException.class,
        () -> new AskedAction(task.actionSpec(), new double[3], new double[4]));
  }
}
