package dev.tandem.simbridge.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.person.ScriptedPerson.Role;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScriptedPersonTest {
  private static final SignalSpec ACTION =
      new SignalSpec("a", List.of(new Channel("dx", "m", -1, 1)));
  private static final SignalSpec DISTANCE = new SignalSpec("o", List.of(Channel.of("d", "m")));

  private final MutableAction action = new MutableAction(ACTION);
  private final MutableObservation observation = new MutableObservation(DISTANCE);

  private static ScriptedPerson person(int budgetSteps, double noise) {
    Expert expert =
        new Expert() {
          @Override
          public void act(Observation observation, MutableAction action) {
            action.set(0, 0.9);
          }

          @Override
          public double remainingMetres(Observation observation) {
            return observation.get(0);
          }
        };
    var rule = new InterventionRule(3, 0.001, 0.05, 2, budgetSteps, noise);
    return new ScriptedPerson(expert, rule, new SplittableRandom(5));
  }

  private boolean drivesAt(ScriptedPerson person, double metres) {
    observation.set(0, metres);
    return person.poll(new MutableTick(1), observation, action);
  }

  @Test
  void awayMeansNeverDriving() {
    ScriptedPerson person = person(100, 0);
    person.startEpisode(Role.AWAY);
    for (int i = 0; i < 10; i++) {
      assertFalse(drivesAt(person, 1));
    }
  }

  @Test
  void aDemonstrationDrivesEveryStepAndCostsNoBudget() {
    ScriptedPerson person = person(3, 0);
    person.startEpisode(Role.DEMONSTRATES);
    for (int i = 0; i < 10; i++) {
      assertTrue(drivesAt(person, 1));
      assertEquals(0.9, action.get(0));
    }
    assertEquals(3, person.budgetLeft());
  }

  @Test
  void aPolicyThatStallsIsCorrectedForAWhile() {
    ScriptedPerson person = person(100, 0);
    person.startEpisode(Role.CORRECTS);
    boolean[] drove = new boolean[7];
    for (int i = 0; i < drove.length; i++) {
      drove[i] = drivesAt(person, 1);
    }
    assertEquals(
        List.of(false, false, false, true, true, false, false),
        List.of(drove[0], drove[1], drove[2], drove[3], drove[4], drove[5], drove[6]));
  }

  @Test
  void aPolicyThatMakesProgressIsLeftAlone() {
    ScriptedPerson person = person(100, 0);
    person.startEpisode(Role.CORRECTS);
    for (int i = 0; i < 20; i++) {
      assertFalse(drivesAt(person, 1 - 0.01 * i));
    }
  }

  @Test
  void aPolicyThatDepartsIsCorrectedAtOnce() {
    ScriptedPerson person = person(100, 0);
    person.startEpisode(Role.CORRECTS);
    assertFalse(drivesAt(person, 0.10));
    assertFalse(drivesAt(person, 0.14));
    assertTrue(drivesAt(person, 0.16));
  }

  @Test
  void theBudgetEndsAllCorrections() {
    ScriptedPerson person = person(3, 0);
    int drove = 0;
    for (int episode = 0; episode < 5; episode++) {
      person.startEpisode(Role.CORRECTS);
      for (int i = 0; i < 20; i++) {
        drove += drivesAt(person, 1) ? 1 : 0;
      }
    }
    assertEquals(3, drove);
    assertEquals(0, person.budgetLeft());
  }

  @Test
  void anUnsteadyHandStaysInTheActionBox() {
    ScriptedPerson person = person(0, 0.5);
    person.startEpisode(Role.DEMONSTRATES);
    double previous = Double.NaN;
    for (int i = 0; i < 100; i++) {
      drivesAt(person, 1);
      assertTrue(Math.abs(action.get(0)) <= 1, () -> "found " + action.get(0));
      if (action.get(0) < 1) {
        assertNotEquals(previous, action.get(0));
      }
      previous = action.get(0);
    }
  }
}
