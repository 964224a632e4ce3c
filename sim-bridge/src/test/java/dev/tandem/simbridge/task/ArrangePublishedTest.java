package dev.tandem.simbridge.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.simbridge.world.TableScene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The spaces of gym_hil's PandaArrangeBoxesGymEnv, read off its declaration. */
class ArrangePublishedTest {
  private final HandWrittenTable world = new HandWrittenTable(TableScene.BOXES);
  private final SimulatedTask task = ArrangePublished.gymHil(world);

  @Test
  void itsStateTellsOfTheArmAndOfTheFirstBoxOnly() {
    List<String> names = task.encoder().names();
    assertEquals(18 + 3, names.size());
    for (int i = 0; i < 18; i++) {
      assertEquals("agent_pos." + i, names.get(i));
    }
    world.closed = 1;
    world.tool = new double[] {0.6, 0.2, 0.25};
    world.things[0] = new double[] {0.5, -0.2, 0.3};
    world.things[1] = new double[] {7, 8, 9};
    float[] seen = new float[21];
    task.encoder().encode(world.observed(), seen);
    assertEquals(255, seen[14]);
    assertEquals(0.6f, seen[15]);
    float[] box = {seen[18], seen[19], seen[20]};
    assertArrayEquals(new float[] {0.5f, -0.2f, 0.3f}, box);
    assertEquals(Channel.of("environment_state.0", "m"), task.encoder().channels().get(18));
  }

  @Test
  void picturesTakeThePlaceOfTheBoxes() {
    Scene scene = task.scene().orElseThrow();
    assertEquals(18, scene.proprioception().size());
    Scene ours = new ArrangeBoxes(world).scene().orElseThrow();
    assertEquals(ours.shown().names(), scene.shown().names());
  }

  /** Half as far as an action of ours may. */
  @Test
  void anActionOfOneMovesByTwoAndAHalfCentimetresAndItsGripperRestsAtOne() {
    AskedAction asked = task.asked();
    assertEquals(new Channel("dx", "1", -1, 1), asked.spec().channel(0));
    assertEquals(new Channel("gripper", "1", 0, 2), asked.spec().channel(3));
    double[] ours = new double[4];
    asked.toOurs(new double[] {1, -0.5, 0, 2}, ours);
    assertArrayEquals(new double[] {0.025, -0.0125, 0, 1}, ours, 1e-15);
    assertArrayEquals(new double[] {1, -0.5, 0, 2}, asked.toTheirs(ours), 1e-15);
  }

  @Test
  void allElseIsTheTaskAsItIs() {
    assertEquals("arrange-boxes", task.name());
    assertEquals(new ArrangeBoxes(world).actionSpec(), task.actionSpec());
  }
}
