package dev.tandem.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** When faults come, and which may come together. */
final class FaultScheduleTest {
  private static final long DRIVING_TICKS = 60_000;
  private static final long STOPPING_TICKS = 2_000_000;

  private final List<Injection> told = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int most;

  private SoakFault fault(String name, String sign, long lastsTicks, boolean whileStopped) {
    SoakFault.Injector injector =
        new SoakFault.Injector() {
          @Override
          public void begin(long atTick, long ticks) {
            wrong.add(name);
            most = Math.max(most, wrong.size());
          }

          @Override
          public void end() {
            assertTrue(wrong.remove(name), name);
          }
        };
    return new SoakFault(name, sign, 10, lastsTicks, whileStopped, injector);
  }

  private void run(boolean stops, SoakFault... kinds) {
    SplittableRandom random = new SplittableRandom(1);
    FaultSchedule schedule = new FaultSchedule(List.of(kinds), random, told::add);
    for (long tick = 0; tick < (stops ? STOPPING_TICKS : DRIVING_TICKS); tick++) {
      boolean seen = stops && !wrong.isEmpty() && tick > told.get(told.size() - 1).tick();
      schedule.before(tick, seen ? Mode.STOP2 : Mode.RUN_POLICY);
      assertEquals(String.join(" and ", wrong), schedule.wrong());
    }
    schedule.end();
    assertEquals(List.of(), wrong);
  }

  private List<Injection> seconds() {
    return told.stream().filter(one -> told.stream().anyMatch(of -> of.lastsInto(one))).toList();
  }

  @Test
  void aSecondFaultComesIntoManyAndNeverAThird() {
    run(false, fault("a", "A", 100, true), fault("b", "B", 100, true), fault("c", "C", 100, true));
    assertEquals(2, most);
    double share = (double) seconds().size() / told.size();
    assertTrue(share > 0.3 && share < 0.5, () -> "two of three faults have a second: " + share);
  }

  @Test
  void theSecondComesWhenTheFirstMustHaveBeenSeenAndByAnotherSign() {
    run(false, fault("a", "A", 100, true), fault("b", "A", 100, true), fault("c", "C", 100, true));
    assertFalse(seconds().isEmpty());
    for (Injection second : seconds()) {
      Injection first = told.get(told.indexOf(second) - 1);
      assertTrue(second.tick() > first.tick() + first.withinTicks(), second::toString);
      assertFalse(second.sign().equals(first.sign()), second::toString);
    }
  }

  @Test
  void aRobotThatStandsMeetsOnlyWhatIsSeenThen() {
    run(true, fault("a", "A", 100, false), fault("b", "B", 100, true));
    assertFalse(seconds().isEmpty());
    assertTrue(seconds().stream().allMatch(second -> second.kind().equals("b")));
  }

  @Test
  void whatBringsAboutOneFaultBringsAboutNoOtherMeanwhile() {
    SoakFault one = fault("a", "A", 100, true);
    run(false, one, new SoakFault("a", "B", 10, 100, true, one.injector()));
    assertTrue(told.size() > 100, told::toString);
    assertEquals(List.of(), seconds());
  }

  @Test
  void faultsThatAreOverWhenTheyAreSeenStayAlone() {
    run(false, fault("a", "A", 11, true), fault("b", "B", 11, true));
    assertTrue(told.size() > 100, told::toString);
    assertEquals(List.of(), seconds());
  }

  @Test
  void whatIsToldIsReadBackWhateverTheNameIs() {
    Injection told = Injection.of(fault("an arm's 'fault'", "A", 100, true), 7);
    assertEquals(Optional.of(told), Injection.parse(told.words()));
  }
}
