package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the fault matrix, injected at random phases into the simulated arm with the real
 * loop; makes {@code docs/faults.md}, which must be what is committed (write it anew with {@code
 * -Dtandem.write=true}).
 */
final class FaultMatrixTest {
  private static final int ROWS = 45;
  private static final Path TABLE = Path.of("../../docs/faults.md");

  static Stream<FaultCase> cases() {
    return FaultCases.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyInjectedFaultIsReactedToInTimeAndEveryStopLatchesAndEndsAtRest(FaultCase fault) {
    long worst = FaultTrial.worst(fault).ticks();
    assertTrue(
        worst <= fault.allowedTicks(),
        fault.row() + ": allowed " + fault.allowedTicks() + " ticks, took " + worst);
  }

  @Test
  void nothingFiresWhenNothingIsInjected() {
    FaultRig rig = FaultRig.driving(Injection.NONE);
    for (int i = 0; i < 3000; i++) {
      rig.tick();
      assertEquals(0, rig.authority.faults(), "tick " + i);
    }
    assertEquals(Mode.RUN_POLICY, rig.authority.mode());
    assertEquals(List.of(), rig.plan.notWatchedLines());
  }

  @Test
  void everyRowIsInjected() {
    TreeSet<String> rows = new TreeSet<>();
    for (int row = 1; row <= ROWS; row++) {
      rows.add(String.format("F%02d", row));
    }
    TreeSet<String> found = new TreeSet<>();
    FaultCases.all().forEach(c -> found.add(c.row()));
    FilterCases.all().forEach(c -> found.add(c.row()));
    found.remove("");
    assertEquals(rows, found);
  }

  @Test
  void everyFaultThatThereIsIsToldOfWhatIsInjected() {
    FaultCases.all().forEach(FaultTrial::worst);
    FilterCases.all().forEach(FilterCase::worst);
    EnumSet<Fault> untold = EnumSet.complementOf(EnumSet.of(Fault.NONE));
    untold.removeIf(fault -> (FaultTrial.told() & fault.bit()) != 0);
    assertEquals(EnumSet.noneOf(Fault.class), untold);
  }

  @Test
  void theTableInTheDocumentationIsWhatWasMeasured() throws IOException {
    List<String> lines = new ArrayList<>();
    for (FaultCase fault : FaultCases.all()) {
      lines.add(FaultTable.line(fault, FaultTrial.worst(fault)));
    }
    for (FilterCase filter : FilterCases.all()) {
      lines.add(FaultTable.line(filter, filter.worst()));
    }
    lines.sort(null);
    String table = FaultTable.of(FaultTrial.PHASES, lines);
    if (Boolean.getBoolean("tandem.write")) {
      Files.writeString(TABLE, table);
    }
    assertEquals(Files.readString(TABLE), table, "docs/faults.md; see -Dtandem.write");
  }
}
