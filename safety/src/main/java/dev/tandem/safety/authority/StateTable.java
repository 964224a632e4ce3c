package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.time.HotPath;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The modes and what leads from one to another; what is not in the table changes nothing. Stops
 * only escalate: STOP2 to STOP1 to STOP0; the way back is RECOVER alone, and it never leads to a
 * mode in which the robot moves.
 */
final class StateTable {
  private final Map<Mode, Map<Event, Mode>> next = new EnumMap<>(Mode.class);

  StateTable() {
    startUp();
    driving();
    reduced();
    stopping();
  }

  private void startUp() {
    put(Mode.OFF, Event.TEST, Mode.SELF_TEST);
    put(Mode.SELF_TEST, Event.TEST_PASSED, Mode.READY);
    put(Mode.READY, Event.ARM, Mode.ARMED);
    put(Mode.ARMED, Event.DISARM, Mode.READY);
  }

  private void driving() {
    put(Mode.ARMED, Event.HUMAN_DRIVES, Mode.RUN_HUMAN);
    put(Mode.ARMED, Event.POLICY_DRIVES, Mode.RUN_POLICY);
    put(Mode.RUN_POLICY, Event.HUMAN_DRIVES, Mode.RUN_HUMAN);
    put(Mode.RUN_POLICY, Event.NOBODY_DRIVES, Mode.ARMED);
    put(Mode.RUN_HUMAN, Event.POLICY_DRIVES, Mode.RUN_POLICY);
    put(Mode.RUN_HUMAN, Event.NOBODY_DRIVES, Mode.ARMED);
  }

  private void reduced() {
    put(Mode.RUN_POLICY, Event.REDUCE, Mode.REDUCED_POLICY);
    put(Mode.RUN_HUMAN, Event.REDUCE, Mode.REDUCED_HUMAN);
    put(Mode.REDUCED_POLICY, Event.RESTORE, Mode.RUN_POLICY);
    put(Mode.REDUCED_HUMAN, Event.RESTORE, Mode.RUN_HUMAN);
    put(Mode.REDUCED_POLICY, Event.HUMAN_DRIVES, Mode.REDUCED_HUMAN);
    put(Mode.REDUCED_POLICY, Event.NOBODY_DRIVES, Mode.ARMED);
    put(Mode.REDUCED_HUMAN, Event.POLICY_DRIVES, Mode.REDUCED_POLICY);
    put(Mode.REDUCED_HUMAN, Event.NOBODY_DRIVES, Mode.ARMED);
  }

  private void stopping() {
    for (Mode mode :
        List.of(
            Mode.ARMED, Mode.RUN_POLICY, Mode.RUN_HUMAN, Mode.REDUCED_POLICY, Mode.REDUCED_HUMAN)) {
      put(mode, Event.STOP2, Mode.STOP2);
      put(mode, Event.STOP1, Mode.STOP1);
      put(mode, Event.STOP0, Mode.STOP0);
    }
    for (Mode mode : new Mode[] {Mode.SELF_TEST, Mode.READY}) {
      put(mode, Event.STOP2, Mode.STOP0);
      put(mode, Event.STOP1, Mode.STOP0);
      put(mode, Event.STOP0, Mode.STOP0);
    }
    put(Mode.STOP2, Event.STOP1, Mode.STOP1);
    put(Mode.STOP2, Event.STOP0, Mode.STOP0);
    put(Mode.STOP2, Event.RECOVER, Mode.ARMED);
    put(Mode.STOP1, Event.STOP0, Mode.STOP0);
    put(Mode.STOP1, Event.AT_REST, Mode.STOP0);
    put(Mode.STOP0, Event.RECOVER, Mode.READY);
    for (Mode mode : Mode.values()) {
      put(mode, Event.BREAK, Mode.FAULT);
    }
  }

  private void put(Mode from, Event event, Mode to) {
    next.computeIfAbsent(from, mode -> new EnumMap<>(Event.class)).put(event, to);
  }

  @HotPath
  Mode next(Mode from, Event event) {
    return next.getOrDefault(from, Map.of()).getOrDefault(event, from);
  }
}
