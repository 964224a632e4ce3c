package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.guard.Reaction;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An arm that stands and presses on something, where things are touched on purpose. */
class MeantTouchTest {
  private static final int SHOULDER = 1;
  private static final int LASTING_TICKS = 30;
  private static final int SETTLING_TICKS = 12;
  private static final List<Double> DRIVES_NM = List.of(87.0, 87.0, 87.0, 87.0, 12.0, 12.0, 12.0);

  private final Watched arm = new Watched();
  private final ContactConfig strict = ContactConfig.fr3(Collections.nCopies(Watched.JOINTS, 0.0));
  private final ContactConfig config = strict.touching(2.5, LASTING_TICKS * 1_000_000L, DRIVES_NM);
  private final ContactMonitor monitor = new ContactMonitor(Watched.OBSERVATION, arm.model, config);

  private Reaction press(double torqueNm, boolean powered) {
    double[] gravity = new double[Watched.JOINTS];
    arm.model.update(Arm7.homeRad(), 0);
    arm.model.biasTorque(new double[Watched.JOINTS], 0, gravity);
    for (int i = 0; i < Watched.JOINTS; i++) {
      arm.set("q." + i, Arm7.homeRad()[i]);
      arm.set("qd." + i, 0);
      arm.set("tau." + i, powered ? gravity[i] + (i == SHOULDER ? torqueNm : 0) : 0);
    }
    arm.advance();
    return arm.ask(monitor);
  }

  private int ticksUntilStopped(double torqueNm) {
    for (int tick = 1; tick < 200; tick++) {
      if (press(torqueNm, true) != Reaction.NONE) {
        return tick;
      }
    }
    return Integer.MAX_VALUE;
  }

  /**
   * 20 Nm are contact and 40 a collision for the shoulder: here 50 and, for a drive of 87, that.
   */
  @ParameterizedTest
  @CsvSource({"48, NONE", "52, STOP2", "85, STOP2", "89, STOP1"})
  void whatIsStrongerAndLastsStops(double torqueNm, Reaction reaction) {
    int ticks = ticksUntilStopped(torqueNm);
    assertEquals(reaction, press(torqueNm, true));
    boolean late = ticks > LASTING_TICKS && ticks <= LASTING_TICKS + SETTLING_TICKS;
    assertTrue(reaction == Reaction.NONE || late, ticks + " ticks");
  }

  @Test
  void aKnockThatIsShorterDoesNot() {
    for (int tick = 0; tick < LASTING_TICKS; tick++) {
      assertEquals(Reaction.NONE, press(80, true));
    }
    assertEquals(Reaction.NONE, press(0, true));
  }

  @Test
  void afterARestartOrWithoutPowerItBeginsAnew() {
    for (int tick = 0; tick < LASTING_TICKS; tick++) {
      press(80, true);
    }
    monitor.restart();
    assertTrue(ticksUntilStopped(80) > LASTING_TICKS);
    monitor.restart();
    for (int tick = 0; tick < LASTING_TICKS; tick++) {
      press(80, true);
    }
    press(80, false);
    assertTrue(ticksUntilStopped(80) > LASTING_TICKS);
  }

  @Test
  void nothingLastsLessThanNoTime() {
    assertThrows(IllegalArgumentException.class, () -> strict.touching(1, -1, DRIVES_NM));
  }

  @Test
  void nothingIsRaisedBeyondWhatItsDriveHas() {
    assertEquals(List.of(50.0, 50.0, 50.0, 50.0, 10.8, 10.8, 10.8), config.contactNm());
    assertEquals(DRIVES_NM, config.collisionNm());
    ContactConfig little = strict.touching(1.5, 0, DRIVES_NM);
    assertEquals(List.of(30.0, 30.0, 30.0, 30.0, 7.5, 7.5, 7.5), little.contactNm());
    assertEquals(List.of(60.0, 60.0, 60.0, 60.0, 12.0, 12.0, 12.0), little.collisionNm());
    assertEquals(strict, strict.touching(1, 0, DRIVES_NM));
  }
}
