package dev.tandem.simbridge.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.world.TableScene;
import org.junit.jupiter.api.Test;

/** Reset, features, reward and end, in a world whose state is written by hand. */
class CableRouteTest {
  private static final int LINKS = 10;

  private final HandWrittenTable world = new HandWrittenTable(TableScene.CABLE);
  private final CableRoute task = new CableRoute(world);

  /** The cable straight through both clips, so far aside and up; the tool far from the plug. */
  private MutableObservation laid(double aside, double up) {
    world.closed = 0;
    world.tool = new double[] {0.5, 0, 0.5};
    world.things[0] = new double[] {0.57, aside, 0.012};
    for (int link = 0; link < LINKS; link++) {
      world.things[1 + link] = new double[] {0.28 + 0.028 * (link + 0.5), aside, 0.004 + up};
    }
    return world.observed();
  }

  private void assertDone(MutableObservation seen, boolean done) {
    assertEquals(done, task.succeeded(seen));
    assertEquals(done, task.terminated(seen));
    assertEquals(done, reward(seen) == 0);
  }

  private double reward(MutableObservation seen) {
    return task.reward(seen, new MutableAction(task.actionSpec()), seen);
  }

  @Test
  void itIsDoneAndOverWhenTheCableIsBetweenThePostsOfBothClips() {
    assertDone(laid(0, 0), true);
    assertDone(laid(0.003, 0.004), true);
    assertDone(laid(-0.003, 0.004), true);
    assertDone(laid(0, 0.02), false);
    assertDone(laid(0.011, 0.02), false);
    assertDone(laid(0.019, 0), false);
  }

  @Test
  void oneClipIsNotBoth() {
    laid(0, 0);
    for (int link = 5; link < LINKS; link++) {
      world.things[1 + link][1] = 0.02;
    }
    assertDone(world.observed(), false);
    laid(0, 0);
    for (int link = 0; link < 5; link++) {
      world.things[1 + link][1] = 0.02;
    }
    assertDone(world.observed(), false);
  }

  @Test
  void aPlugThatIsHeldOrInTheAirIsNotLaid() {
    laid(0, 0);
    world.closed = 0.6;
    assertDone(world.observed(), false);
    laid(0, 0);
    world.things[0][2] = 0.031;
    assertDone(world.observed(), false);
  }

  @Test
  void whatIsLeftToDoCosts() {
    laid(0, 0);
    world.closed = 1;
    world.tool = world.things[0].clone();
    assertEquals(-0.2, reward(world.observed()), 1e-12);
    world.tool[2] += 0.1;
    assertEquals(-0.2 - 0.1 * (1 - Math.exp(-1)), reward(world.observed()), 1e-12);
    laid(0.1, 0.002);
    world.tool = world.things[0].clone();
    assertEquals(-0.2 - 2 * (0.15 + 0.2 * (1 - Math.exp(-1))), reward(world.observed()), 1e-12);
    assertEquals(-1 / (1 - task.discount()), task.returnRange().least(), 1e-9);
  }

  @Test
  void thePolicySeesWhereTheCableIsBesideEachClip() {
    float[] features = new float[task.encoder().size()];
    task.encoder().encode(laid(0.05, 0.012), features);
    assertEquals(20, features.length);
    assertEquals("to_plug.0", task.encoder().names().get(8));
    assertEquals("cable_from_clip0.0", task.encoder().names().get(14));
    float[] clips = {0, 1, 0.2f, 0, 1, 0.2f};
    for (int i = 0; i < clips.length; i++) {
      assertEquals(clips[i], features[14 + i], 1e-6, task.encoder().names().get(14 + i));
    }
  }

  @Test
  void theSeedDecidesOnWhichSideOfTheClipsTheCableLies() {
    int left = 0;
    for (int seed = 0; seed < 100; seed++) {
      task.reset(seed);
      double[] end = world.things[0];
      double yaw = Math.atan2(end[1], end[0] - 0.28);
      double chord = Math.hypot(end[0] - 0.28, end[1]);
      assertTrue(Math.abs(yaw) >= 0.45 && Math.abs(yaw) <= 0.85, "seed " + seed);
      assertTrue(chord >= 0.25 && chord <= 0.28 + 1e-12, "seed " + seed);
      left += yaw > 0 ? 1 : 0;
    }
    assertTrue(left > 30 && left < 70, left + " to the left");
    task.reset(5);
    double[] first = world.things[0].clone();
    task.reset(6);
    task.reset(5);
    assertArrayEquals(first, world.things[0]);
  }

  @Test
  void nothingIsLeftToCorrectOnceItIsLaid() {
    assertEquals(0, task.expert().remainingMetres(laid(0, 0)));
    laid(0.1, 0.002);
    world.tool = world.things[0].clone();
    assertEquals(0.25, task.expert().remainingMetres(world.observed()), 1e-9);
  }
}
