package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.FilterNames;
import dev.tandem.runtime.record.PushTask;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.JournalEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventWatchTest {
  private static final FilterNames NAMES =
      new FilterNames(
          List.of("Box"),
          List.of("Barrier", "TorqueRate"),
          List.of(List.of("dx", "dy")),
          List.of(List.of("joint 3 position", "tool speed")));

  private final List<JournalEvent> events = new ArrayList<>();
  private final EventWatch watch = new EventWatch(() -> NAMES, events::add);
  private final TickRecord record =
      new TickRecord(PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND);

  EventWatchTest() {
    record.episode = 4;
    record.step = -1;
    decide();
    events.clear();
  }

  private void decide() {
    record.decided = true;
    record.step++;
    next();
    record.decided = false;
  }

  private void next() {
    record.startNanos = 1_000_000 * record.tick;
    watch.accept(record);
    record.tick++;
  }

  private List<String> told(Kind kind) {
    return events.stream()
        .filter(event -> event.kind() == kind)
        .map(event -> event.episode() + "." + event.step() + " " + event.text())
        .toList();
  }

  @Test
  void everyChangeOfModeIsToldOnceWithTheStepItFellIn() {
    record.mode = Mode.RUN_POLICY;
    next();
    next();
    record.mode = Mode.STOP1;
    next();
    assertEquals(
        List.of(
            "4.0 tick 1, episode 4: from ARMED to RUN_POLICY",
            "4.0 tick 3, episode 4: from RUN_POLICY to STOP1"),
        told(Kind.MODE_CHANGED));
  }

  @Test
  void aFaultIsToldWhenItBeginsAndWhenItComesBack() {
    record.faults = Fault.E_STOP.bit();
    next();
    record.faults |= Fault.CONTACT.bit();
    next();
    record.faults = 0;
    next();
    record.faults = Fault.CONTACT.bit();
    next();
    String contact = ", episode 4: F25 " + Fault.CONTACT.words();
    assertEquals(
        List.of(
            "4.0 tick 1, episode 4: F01 " + Fault.E_STOP.words(),
            "4.0 tick 2" + contact,
            "4.0 tick 4" + contact),
        told(Kind.FAULT_SEEN));
  }

  @Test
  void whatFiltersChangedIsToldOnceAStepWithItsTicks() {
    record.modifiedMask = 0b10;
    next();
    record.modifiedMask = 0b11;
    next();
    record.modifiedMask = 0;
    next();
    assertEquals(List.of(), told(Kind.FILTER_CHANGED));
    decide();
    assertEquals(
        List.of(
            "4.0 Barrier changed the command in 1 of 4 ticks, first in tick 2",
            "4.0 TorqueRate changed the command in 2 of 4 ticks, first in tick 1"),
        told(Kind.FILTER_CHANGED));
    decide();
    assertEquals(2, told(Kind.FILTER_CHANGED).size());
  }

  @Test
  void aStopByTheGateNamesTheFilterThatRefusedAndItsLimits() {
    record.mode = Mode.RUN_POLICY;
    record.appliedCommand[0] = 1;
    next();
    record.verdict = Verdict.STOP;
    record.appliedCommand[0] = 0;
    record.modifiedMask = 0b11;
    record.commandLimits.set(0, 0b10);
    record.commandLimits.set(1, 0b1);
    next();
    record.mode = Mode.STOP0;
    next();
    String refused = "4.0 tick 2, episode 4: step 0, refused by TorqueRate: limit 0";
    assertEquals(List.of(refused), told(Kind.SAFETY_STOP));
  }

  @Test
  void aStopThatNoFilterBeganNamesNone() {
    record.mode = Mode.STOP2;
    record.verdict = Verdict.STOP;
    record.modifiedMask = 0b1;
    next();
    record.verdict = Verdict.PASSED;
    record.mode = Mode.RUN_POLICY;
    next();
    record.verdict = Verdict.STOP;
    record.appliedCommand[0] = 1;
    next();
    assertEquals(
        List.of("4.0 tick 1, episode 4: step 0", "4.0 tick 3, episode 4: step 0"),
        told(Kind.SAFETY_STOP));
  }

  @Test
  void theLimitsThatMadeAFilterChangeSomethingAreNamedWithTheirTicks() {
    record.modifiedMask = 1;
    record.commandLimits.set(0, 0b01);
    next();
    record.commandLimits.set(0, 0b11);
    next();
    record.modifiedMask = 0b11;
    record.commandLimits.set(0, 0b100);
    record.commandLimits.set(1, 1);
    next();
    record.modifiedMask = 0;
    decide();
    String changed = " changed the command in ";
    assertEquals(
        List.of(
            "4.0 Barrier"
                + changed
                + "3 of 4 ticks, first in tick 1: joint 3 position in 2, tool speed in 1,"
                + " limit 2 in 1",
            "4.0 TorqueRate" + changed + "1 of 4 ticks, first in tick 3: limit 0 in 1"),
        told(Kind.FILTER_CHANGED));
    decide();
    record.modifiedMask = 1;
    record.commandLimits.set(0, 0);
    decide();
    decide();
    assertEquals(
        "4.3 Barrier changed the command in 1 of 1 ticks, first in tick 6",
        told(Kind.FILTER_CHANGED).get(2),
        "what was told is forgotten");
  }

  @Test
  void theLimitsOfAnActionAreNamedToo() {
    record.modifiedActionMask = 1;
    record.actionLimits.set(0, 0b10);
    decide();
    record.modifiedActionMask = 0;
    decide();
    assertEquals(
        List.of("4.1 Box changed the action in 1 of 1 ticks, first in tick 1: dy in 1"),
        told(Kind.FILTER_CHANGED));
  }

  @Test
  void aChangeInTheTickThatDecidesBelongsToTheStepItBegins() {
    record.modifiedActionMask = 1;
    decide();
    record.modifiedActionMask = 0;
    decide();
    assertEquals(
        List.of("4.1 Box changed the action in 1 of 1 ticks, first in tick 1"),
        told(Kind.FILTER_CHANGED));
  }

  @Test
  void theEndOfAnEpisodeEndsItsLastStep() {
    record.modifiedMask = 1;
    next();
    record.episodeEnd = true;
    next();
    assertEquals(
        List.of("4.0 Barrier changed the command in 1 of 2 ticks, first in tick 1"),
        told(Kind.FILTER_CHANGED));
  }

  @Test
  void aRecordingThatEndsWithinAStepTellsWhatThereWas() {
    record.modifiedMask = 1L << 63;
    next();
    watch.tellFilters();
    assertEquals(
        List.of("4.0 filter 63 changed the command in 1 of 2 ticks, first in tick 1"),
        told(Kind.FILTER_CHANGED));
  }
}
