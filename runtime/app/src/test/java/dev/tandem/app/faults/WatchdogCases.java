package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.safety.watchdog.RearmResult;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Watchdog, runtime and drive on one simulated clock; {@code WatchdogProcessTest} does the same to
 * processes of their own, with SIGSTOP and SIGKILL.
 */
final class WatchdogCases {
  private static final int CALM_BEATS = 300;
  private static final int LATCHED_BEATS = 150;
  private static final int MOST_TICKS = 100;
  private static final long BEAT_NANOS = FaultRig.PERIOD_NANOS;

  private WatchdogCases() {}

  /** Ticks from the last beat to the tick in which the drives have no permit any more. */
  static long silentRuntime(Course course) {
    SimulatedClock clock = new SimulatedClock();
    clock.advanceNanos(course.random.nextLong(BEAT_NANOS));
    try (WatchedRuntime runtime = new WatchedRuntime(clock)) {
      assertEquals(Optional.of(RearmResult.ARMED), runtime.arm());
      runtime.beats(CALM_BEATS + course.random.nextInt(CALM_BEATS));
      assertTrue(runtime.driveRuns());
      long ticks = 1;
      while (runtime.driveRuns()) {
        runtime.looksFor(BEAT_NANOS);
        ticks++;
        assertTrue(ticks <= MOST_TICKS, "the drives still have power");
      }
      for (int beat = 0; beat < LATCHED_BEATS; beat++) {
        runtime.beats(1);
        assertFalse(runtime.driveRuns(), "latched, also when the runtime is back");
      }
      return ticks;
    }
  }

  /** Ticks until the arm brakes, and that its drives have power until it is at rest. */
  static long deadWatchdog(Course course) {
    Watched watched = new Watched((rig, runtime) -> runtime.killWatchdog());
    FaultRig rig = course.calm(watched, 1);
    watched.begin(rig);
    long ticks = 0;
    while (rig.tick() != Mode.STOP1) {
      ticks++;
      assertTrue(ticks <= MOST_TICKS, "not seen");
    }
    while (rig.tick() == Mode.STOP1) {
      assertTrue(watched.runtime().driveRuns(), "power to brake with");
    }
    assertEquals(Mode.STOP0, rig.authority.mode());
    return ticks;
  }

  /** The control loop with a watchdog, when something becomes of one of them. */
  static Injection watched(BiConsumer<FaultRig, WatchedRuntime> fault) {
    return new Watched(fault);
  }

  private static final class Watched implements Injection {
    private final BiConsumer<FaultRig, WatchedRuntime> fault;
    private Optional<WatchedRuntime> watched = Optional.empty();

    Watched(BiConsumer<FaultRig, WatchedRuntime> fault) {
      this.fault = fault;
    }

    WatchedRuntime runtime() {
      return watched.orElseThrow();
    }

    @Override
    public Heartbeat heartbeat(FaultRig rig) {
      WatchedRuntime runtime = new WatchedRuntime(rig.time);
      assertEquals(Optional.of(RearmResult.ARMED), runtime.arm());
      runtime.forget();
      watched = Optional.of(runtime);
      return runtime;
    }

    @Override
    public void begin(FaultRig rig) {
      fault.accept(rig, runtime());
    }
  }
}
