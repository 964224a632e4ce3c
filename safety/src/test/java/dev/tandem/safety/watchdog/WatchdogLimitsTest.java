package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchdogLimitsTest {
  private static final long MILLI = 1_000_000;

  private static WatchdogLimits limits(double runtimeMillis, double watchdogMillis) {
    long runtimeNanos = Math.round(runtimeMillis * MILLI);
    long watchdogNanos = Math.round(watchdogMillis * MILLI);
    return new WatchdogLimits(runtimeNanos, watchdogNanos, MILLI, watchdogNanos + 500 * MILLI);
  }

  @Test
  void whatIsLeftOfThePermitIsForBraking() {
    assertEquals(500 * MILLI, limits(5, 30).brakingNanos());
    assertEquals(500 * MILLI, WatchdogLimits.faultMatrix().brakingNanos());
  }

  @Test
  void areTheOptionsOfItsCommand() {
    assertEquals(
        "--runtime-silent-ms 10.0 --watchdog-silent-ms 20.0 --look-ms 1.0 --permit-ms 520.0",
        WatchdogLimits.faultMatrix().options());
  }

  @Test
  void theFaultMatrixAndWhatIsStricterAreNotLooser() {
    assertEquals(Optional.empty(), WatchdogLimits.faultMatrix().looser());
    assertEquals(Optional.empty(), limits(5, 10).looser());
  }

  @ParameterizedTest
  @CsvSource({"10.5, 20", "10, 20.5", "50, 100"})
  void whatIsLooserIsToldBesideTheFaultMatrix(double runtimeMillis, double watchdogMillis) {
    String expected =
        "looser than the fault matrix: a silent runtime is found after "
            + runtimeMillis
            + " ms (10.0), a silent watchdog after "
            + watchdogMillis
            + " ms (20.0)";
    assertEquals(Optional.of(expected), limits(runtimeMillis, watchdogMillis).looser());
  }
}
