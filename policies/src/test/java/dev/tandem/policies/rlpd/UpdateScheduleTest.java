package dev.tandem.policies.rlpd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class UpdateScheduleTest {
  @Test
  void owesNothingBeforeLearningStarts() {
    UpdateSchedule schedule = new UpdateSchedule(3);
    step(schedule, 3);
    assertEquals(0, schedule.owed());
    step(schedule, 1);
    assertEquals(1, schedule.owed());
  }

  @Test
  void owesOneCallForEveryStep() {
    UpdateSchedule schedule = new UpdateSchedule(0);
    for (int i = 0; i < 5; i++) {
      step(schedule, 1);
      assertEquals(1, schedule.owed());
      schedule.updated();
      assertEquals(0, schedule.owed());
    }
    assertEquals(5, schedule.environmentSteps());
    assertEquals(5, schedule.updateCalls());
    assertEquals(1, schedule.mostOwed());
  }

  @Test
  void remembersHowMuchItEverHadToCatchUp() {
    UpdateSchedule schedule = new UpdateSchedule(0);
    step(schedule, 4);
    for (int i = 0; i < 4; i++) {
      schedule.updated();
    }
    step(schedule, 1);
    assertEquals(1, schedule.owed());
    assertEquals(4, schedule.mostOwed());
  }

  @Test
  void refusesAnUpdateThatIsNotOwed() {
    UpdateSchedule schedule = new UpdateSchedule(0);
    assertThrows(IllegalStateException.class, schedule::updated);
  }

  @Test
  void goesOnWhereARunStopped() {
    UpdateSchedule schedule = new UpdateSchedule(10);
    schedule.resume(30, 18);
    assertEquals(2, schedule.owed());
  }

  private static void step(UpdateSchedule schedule, int count) {
    for (int i = 0; i < count; i++) {
      schedule.stepped();
    }
  }
}
