package dev.tandem.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Modes tick after tick. */
final class ModeLedgerTest {
  private final SignalSpec spec = new SignalSpec("one", List.of(Channel.of("x", "m")));
  private final TickRecord record = new TickRecord(spec, spec, spec);
  private final Findings findings = new Findings();
  private final ModeLedger ledger = new ModeLedger(findings);

  private void tick(Mode mode) {
    record.mode = mode;
    record.tick++;
    ledger.accept(record);
  }

  @Test
  void aSessionInOrder() {
    Mode[] modes = {
      Mode.OFF,
      Mode.SELF_TEST,
      Mode.READY,
      Mode.ARMED,
      Mode.READY,
      Mode.ARMED,
      Mode.RUN_POLICY,
      Mode.REDUCED_POLICY,
      Mode.RUN_HUMAN,
      Mode.ARMED,
      Mode.RUN_POLICY,
      Mode.STOP2,
      Mode.ARMED,
      Mode.STOP2,
      Mode.STOP1,
      Mode.STOP0,
      Mode.READY,
      Mode.STOP0,
      Mode.FAULT,
      Mode.FAULT
    };
    for (Mode mode : modes) {
      tick(mode);
    }
    assertEquals(List.of(), findings.lines());
  }

  @ParameterizedTest
  @CsvSource({
    "STOP2, RUN_POLICY",
    "STOP2, READY",
    "STOP1, ARMED",
    "STOP1, STOP2",
    "STOP0, ARMED",
    "STOP0, STOP1",
    "READY, RUN_POLICY",
    "READY, RUN_HUMAN",
    "OFF, ARMED",
    "RUN_POLICY, READY",
    "FAULT, READY"
  })
  void findsAWayThatThereIsNot(Mode from, Mode to) {
    tick(from);
    tick(to);
    assertEquals(List.of("tick 2: expected no way from " + from + " to " + to), findings.lines());
    ledger.lose();
    tick(from);
    assertEquals(1, findings.count(), "across what is not known");
  }

  @ParameterizedTest
  @EnumSource(names = {"READY", "ARMED", "RUN_POLICY", "RUN_HUMAN", "REDUCED_POLICY"})
  void findsWhateverGoesOnInSpiteOfAnEmergencyStop(Mode mode) {
    record.faults = Fault.E_STOP.bit() | Fault.CONTACT.bit();
    tick(mode);
    record.faults = Fault.PROTECTIVE_STOP.bit();
    tick(mode);
    assertEquals(
        List.of(
            "tick 1: " + mode + " in spite of E_STOP",
            "tick 2: " + mode + " in spite of PROTECTIVE_STOP"),
        findings.lines());
  }

  @ParameterizedTest
  @EnumSource(names = {"STOP2", "STOP1", "STOP0", "OFF"})
  void butNotWhatStands(Mode mode) {
    record.faults = Fault.E_STOP.bit();
    tick(mode);
    assertEquals(0, findings.count());
  }
}
