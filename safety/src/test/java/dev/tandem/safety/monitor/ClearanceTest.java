package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.safety.barrier.KeepOut;
import dev.tandem.safety.barrier.LinkCapsule;
import dev.tandem.safety.barrier.SpaceConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * F26: a hand that comes to a ball, and to its own arm, whatever the barrier does. Turning the
 * base's joint moves the hand around the base; the ball stands in its way.
 */
class ClearanceTest {
  private static final double MARGIN = 0.04;
  private static final double LEAST = 0.01;
  private static final double[] CENTRE = new double[3];
  private static final LinkCapsule HAND = new LinkCapsule(6, CENTRE, CENTRE, 0.05);
  private static final LinkCapsule BASE = new LinkCapsule(0, CENTRE, CENTRE, 0.1);

  private final Watched arm = new Watched();

  private static SpaceConfig space(double[] ball, double radius) {
    return new SpaceConfig(
        List.of(HAND, BASE),
        List.of(new KeepOut.Ball(ball, radius)),
        List.of(new SpaceConfig.CapsulePair(0, 1)),
        2,
        0.05,
        MARGIN);
  }

  private double[] hand() {
    double[] q = new double[Watched.JOINTS];
    for (int i = 0; i < q.length; i++) {
      q[i] = arm.observation.get(Watched.OBSERVATION.indexOf("q." + i));
    }
    double[] frame = new double[16];
    arm.model.update(q, 0);
    arm.model.linkInBase(6, frame);
    return new double[] {frame[3], frame[7], frame[11]};
  }

  /** A ball beside the hand that leaves so much room to it. */
  private Monitor withRoom(double metres) {
    double[] ball = hand();
    ball[1] += 0.2;
    return ClearanceMonitor.keepOut(
        Watched.OBSERVATION, arm.model, space(ball, 0.15 - metres), LEAST);
  }

  @ParameterizedTest
  @CsvSource({
    "0.041, NONE",
    "0.039, LIMIT",
    "0.011, LIMIT",
    "0.009, STOP2",
    "0, STOP2",
    "-0.05, STOP2"
  })
  void aLinkInTheBarriersMarginIsSeenAndOneThatIsNearerStops(double room, Reaction expected) {
    Monitor monitor = withRoom(room);
    assertEquals(expected, arm.ask(monitor));
    assertEquals(Fault.KEEP_OUT_ENTERED, monitor.fault());
  }

  @ParameterizedTest
  @CsvSource({"0.039, LIMIT", "0.009, STOP2", "-0.05, STOP2"})
  void linksThatComeTooNearToEachOtherStop(double room, Reaction expected) {
    double[] at = hand();
    double apart = Math.sqrt(at[0] * at[0] + at[1] * at[1] + (at[2] - base()) * (at[2] - base()));
    LinkCapsule large = new LinkCapsule(0, CENTRE, CENTRE, apart - 0.05 - room);
    SpaceConfig space =
        new SpaceConfig(
            List.of(HAND, large),
            List.of(),
            List.of(new SpaceConfig.CapsulePair(0, 1)),
            2,
            0.05,
            MARGIN);
    Monitor monitor = ClearanceMonitor.apart(Watched.OBSERVATION, arm.model, space, LEAST);
    assertEquals(expected, arm.ask(monitor));
    assertEquals(Fault.LINKS_TOO_NEAR, monitor.fault());
  }

  private double base() {
    double[] frame = new double[16];
    arm.model.linkInBase(0, frame);
    return frame[11];
  }

  @Test
  void eachLooksForItsOwn() {
    double[] ball = hand();
    SpaceConfig space = space(ball, 0.1);
    assertEquals(
        Reaction.NONE,
        arm.ask(ClearanceMonitor.apart(Watched.OBSERVATION, arm.model, space, LEAST)));
    assertEquals(
        Reaction.STOP2,
        arm.ask(ClearanceMonitor.keepOut(Watched.OBSERVATION, arm.model, space, LEAST)));
  }

  /** No stop can come of it there, which somebody would have to recover: nothing may start. */
  @Test
  void anArmThatIsOffIsRefusedForAsLongAsItIsTooNear() {
    Monitor monitor = withRoom(0.005);
    arm.health.mode = Mode.OFF;
    assertEquals(Reaction.STOP2, arm.after(3, monitor));
    arm.health.mode = Mode.READY;
    assertEquals(Reaction.STOP2, arm.ask(monitor));
    assertEquals(Reaction.LIMIT, arm.ask(monitor));
  }

  private void turn(double rad) {
    arm.set("q.0", rad);
  }

  @Test
  void afterARecoveryTheWayOutIsOpenAndTheWayInStopsAgain() {
    Monitor monitor = withRoom(0.005);
    assertEquals(Reaction.STOP2, arm.ask(monitor));
    monitor.recovered();
    assertEquals(Reaction.LIMIT, arm.ask(monitor));
    turn(0.001);
    assertEquals(Reaction.LIMIT, arm.ask(monitor), "half a millimetre nearer");
    turn(0.01);
    assertEquals(Reaction.STOP2, arm.ask(monitor), "five millimetres nearer");
    assertEquals(Reaction.LIMIT, arm.ask(monitor));
    turn(0.001);
    assertEquals(Reaction.LIMIT, arm.ask(monitor), "on the way back");
    turn(0.007);
    assertEquals(Reaction.LIMIT, arm.ask(monitor), "no nearer than it has been");
    turn(-0.02);
    assertEquals(Reaction.LIMIT, arm.ask(monitor), "outside");
    turn(0);
    assertEquals(Reaction.STOP2, arm.ask(monitor), "in again");
    monitor.restart();
    assertEquals(Reaction.STOP2, arm.ask(monitor));
  }

  @Test
  void aPostureThatIsUnknownIsAnotherMonitors() {
    Monitor monitor = withRoom(-0.05);
    turn(Double.NaN);
    assertEquals(Reaction.NONE, arm.ask(monitor));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 0.041, Double.NaN})
  void aStopThatWouldComeBeforeTheBarrierOrNeverIsRefused(double least) {
    SpaceConfig space = space(CENTRE, 0.1);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> ClearanceMonitor.keepOut(Watched.OBSERVATION, arm.model, space, least));
    assertTrue(
        String.valueOf(error.getMessage())
            .contains("leastMetres must be 0 to the barrier's margin, which is 0.04, got " + least),
        error::getMessage);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, MARGIN})
  void bothEndsOfTheRangeWillDo(double least) {
    SpaceConfig space = space(CENTRE, 0.1);
    assertEquals(
        Fault.LINKS_TOO_NEAR,
        ClearanceMonitor.apart(Watched.OBSERVATION, arm.model, space, least).fault());
  }
}
