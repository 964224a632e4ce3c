package dev.tandem.simbridge.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.world.TableScene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spaces, reset, reward and end, in a world whose state is written by hand. */
class ArrangeBoxesTest {
  private static final int RED = 0;
  private static final int BLUE = 1;

  private final HandWrittenTable world = new HandWrittenTable(TableScene.BOXES);
  private final ArrangeBoxes task = new ArrangeBoxes(world);

  /** The tool half a metre above the table, both boxes on their places. */
  private MutableObservation arranged() {
    world.tool = new double[] {0.5, 0, 0.5};
    world.closed = 0;
    put(RED, 0, 0, 0);
    put(BLUE, 0, 0, 0);
    return world.observed();
  }

  /** So far from its own place, and so far up. */
  private void put(int box, double x, double y, double lift) {
    double[] place = ArrangeBoxes.PLACES[box];
    world.placeThing(box, place[0] + x, place[1] + y, 0.02 + lift);
  }

  private double reward() {
    MutableObservation after = world.observed();
    return task.reward(after, new MutableAction(task.actionSpec()), after);
  }

  @Test
  void tenDecisionsASecondOfFiveCentimetresAndOneGripper() {
    assertEquals(2_000_000, task.periodNanos());
    assertEquals(50, task.ticksPerDecision());
    assertEquals(
        List.of(
            new Channel("dx", "m", -0.05, 0.05),
            new Channel("dy", "m", -0.05, 0.05),
            new Channel("dz", "m", -0.05, 0.05),
            new Channel("gripper", "1", -1, 1)),
        task.actionSpec().channels());
  }

  @Test
  void itIsDoneAndOverWhenBothLieWithinThreeCentimetresOfTheirPlaces() {
    assertDone(arranged(), true);
    put(BLUE, 0.02, 0.02, 0);
    assertDone(world.observed(), true);
    put(BLUE, 0.022, 0.022, 0);
    assertDone(world.observed(), false);
    arranged();
    put(RED, 0, -0.031, 0);
    assertDone(world.observed(), false);
  }

  private void assertDone(MutableObservation seen, boolean done) {
    assertEquals(done, task.succeeded(seen));
    assertEquals(done, task.terminated(seen));
    assertEquals(done, task.reward(seen, new MutableAction(task.actionSpec()), seen) == 0);
  }

  @Test
  void aBoxInTheAirOrOnTheOtherIsNotArranged() {
    arranged();
    put(RED, 0, 0, 0.011);
    assertDone(world.observed(), false);
    put(RED, 0, 0, -0.011);
    assertDone(world.observed(), false);
  }

  @Test
  void aBoxThatIsStillHeldIsNotArrangedButOneBesideClosedFingersIs() {
    arranged();
    world.tool = new double[] {0.5, 0.12, 0.02};
    assertDone(world.observed(), true);
    world.closed = 1;
    assertDone(world.observed(), false);
    world.tool = new double[] {0.5, 0.12, 0.051};
    assertDone(world.observed(), true);
  }

  @Test
  void eachBoxBelongsOnThePlaceOfItsOwnColour() {
    arranged();
    double[] red = world.things[RED];
    world.things[RED] = world.things[BLUE];
    world.things[BLUE] = red;
    assertDone(world.observed(), false);
  }

  @Test
  void whatIsLeftToDoCostsUntilNothingIs() {
    arranged();
    put(RED, 0.1, 0, 0);
    world.tool = world.things[RED].clone();
    double away = 1 - Math.exp(-1);
    assertEquals(-(0.5 + 0.4 * away) / 2, reward(), 1e-12);
    world.tool[2] += 0.1;
    assertEquals(-(0.5 + 0.4 * away) / 2 - 0.1 * away, reward(), 1e-12);
    put(BLUE, 0, 0.1, 0);
    world.tool = world.things[BLUE].clone();
    assertEquals(-0.5 - 0.4 * away, reward(), 1e-12);
    put(RED, 9, 0, 0);
    put(BLUE, 9, 0, 0);
    assertEquals(-1, reward(), 1e-12);
    assertEquals(-1 / (1 - task.discount()), task.returnRange().least(), 1e-9);
  }

  @Test
  void thePolicySeesToolAndGripperAndEachBoxFromTheToolAndFromItsPlace() {
    FeatureEncoder encoder = task.encoder();
    assertEquals(8 + 2 * 6, encoder.size());
    assertEquals(
        List.of("gripper.closed", "gripper.width", "to_red.0"), encoder.names().subList(6, 9));
    assertEquals(List.of("red.2", "to_blue.0"), encoder.names().subList(13, 15));
    arranged();
    put(BLUE, 0.05, -0.1, 0.2);
    world.tool = world.things[BLUE].clone();
    world.tool[1] += 0.1;
    float[] features = new float[encoder.size()];
    encoder.encode(world.observed(), features);
    float[] blue = {0, -1, 0, 0.5f, -1, 2};
    for (int i = 0; i < blue.length; i++) {
      assertEquals(blue[i], features[14 + i], 1e-6, encoder.names().get(14 + i));
    }
    assertEquals(0, features[11], 1e-6);
  }

  @Test
  void picturesShowTheBoxesAndTheArmFeelsTheRest() {
    Scene scene = task.scene().orElseThrow();
    assertEquals(task.encoder().names().subList(0, 8), scene.proprioception().names());
    assertEquals(task.encoder().names().subList(8, 20), scene.shown().names());
    arranged();
    put(RED, 0.07, 0, 0);
    float[] shown = new float[12];
    scene.shown().encode(world.observed(), shown);
    assertEquals(0.07, shown[3] * scene.metresPerUnit()[3], 1e-6);
  }

  @Test
  void theSeedDecidesWhereTheBoxesStartApartFromEachOtherAndFromEveryPlace() {
    double least = 1;
    double most = -1;
    for (int seed = 0; seed < 300; seed++) {
      task.reset(seed);
      double[] red = world.things[RED];
      double[] blue = world.things[BLUE];
      assertTrue(apart(red, blue), "seed " + seed);
      for (double[] box : List.of(red, blue)) {
        assertTrue(box[0] >= 0.3 && box[0] <= 0.58, "seed " + seed);
        assertTrue(Math.abs(box[1]) <= 0.25, "seed " + seed);
        assertTrue(apart(box, ArrangeBoxes.PLACES[0]), "seed " + seed);
        assertTrue(apart(box, ArrangeBoxes.PLACES[1]), "seed " + seed);
        least = Math.min(least, box[1]);
        most = Math.max(most, box[1]);
      }
    }
    assertTrue(least < -0.2 && most > 0.2, least + " to " + most);
    double[] last = world.things[BLUE].clone();
    task.reset(3);
    assertFalse(last[0] == world.things[BLUE][0]);
    task.reset(299);
    assertArrayEquals(last, world.things[BLUE]);
  }

  private static boolean apart(double[] one, double[] other) {
    return Math.hypot(one[0] - other[0], one[1] - other[1]) >= 0.1;
  }

  @Test
  void thePersonHasTheWholeWayOfBothBoxesToGo() {
    Expert expert = task.expert();
    assertEquals(0, expert.remainingMetres(arranged()));
    put(BLUE, 0.2, 0, 0);
    world.tool = world.things[BLUE].clone();
    assertEquals(0.2 + 0.05, expert.remainingMetres(world.observed()), 1e-12);
    put(RED, 0.1, 0, 0);
    world.tool = world.things[RED].clone();
    double between = Math.hypot(0.2, 0.24);
    assertEquals(
        0.1 + 0.05 + between + 0.2 + 0.05, expert.remainingMetres(world.observed()), 1e-12);
  }

  @Test
  void theExpertRisesBeforeItGoesAcrossAndLetsGoOnlyDownThere() {
    MutableAction action = new MutableAction(task.actionSpec());
    arranged();
    put(RED, 0.1, 0, 0);
    world.tool = world.things[BLUE].clone();
    task.expert().act(world.observed(), action);
    assertEquals(0, action.get(1));
    assertTrue(action.get(2) > 0.02, "up");
    world.tool[2] += 0.08;
    task.expert().act(world.observed(), action);
    assertEquals(0.05, action.get(1));
    put(RED, 0.005, 0, 0.02);
    world.tool = world.things[RED].clone();
    world.closed = 0.5 + 1e-9;
    task.expert().act(world.observed(), action);
    assertEquals(1, action.get(3));
    put(RED, 0.005, 0, 0.004);
    world.tool = world.things[RED].clone();
    task.expert().act(world.observed(), action);
    assertEquals(-1, action.get(3));
  }
}
