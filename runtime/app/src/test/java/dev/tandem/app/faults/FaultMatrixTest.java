package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
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
  private static final int PHASES = 6;
  private static final Path TABLE = Path.of("../../docs/faults.md");
  private static final int AFTER_TICKS = 150;

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static Stream<FaultCase> cases() {
    return FaultCases.all().stream();
  }

  /** Ticks from the fault at the input to the reaction at the output, worst of all phases. */
  private static long worst(FaultCase fault) {
    long worst = -1;
    for (int seed = 0; seed < PHASES; seed++) {
      worst = Math.max(worst, inject(fault, seed));
    }
    return worst;
  }

  private static long inject(FaultCase fault, long seed) {
    FaultRig rig = new FaultRig(fault.injection());
    fault.injection().prepare(rig);
    String where = fault.fault().row() + " " + fault.how() + ", seed " + seed;
    long begin = fault.injection().calmTicks() + random(seed).nextLong(60);
    while (rig.next() < begin) {
      rig.tick();
      assertFalse(rig.authority.mode().isStop(), () -> where + ": " + cause(rig));
    }
    assertEquals(0, rig.authority.faults(), where + ": no fault before the fault");
    rig.window.open(rig.next(), fault.lastsTicks());
    fault.injection().begin(rig);
    Mode at = Mode.OFF;
    long reacted = -1;
    for (long i = 0; i < Math.max(fault.lastsTicks(), fault.allowedTicks() + 1); i++) {
      if (i == fault.lastsTicks()) {
        fault.injection().end(rig);
      }
      rig.tick();
      if (reacted < 0 && fault.hasReacted(rig)) {
        reacted = i;
        at = rig.authority.mode();
      }
    }
    rig.window.close();
    fault.injection().end(rig);
    assertTrue(reacted >= 0, where + ": no reaction " + fault.expected() + ", " + cause(rig));
    checkAfter(fault, rig, at, where);
    return reacted;
  }

  private static void checkAfter(FaultCase fault, FaultRig rig, Mode at, String where) {
    for (int i = 0; i < AFTER_TICKS; i++) {
      rig.tick();
      if (fault.expected().stops()) {
        assertTrue(fault.isLatched(rig, at), where + ": latched, found " + rig.authority.mode());
      }
    }
    if (fault.expected() == Reaction.LIMIT && fault.lastsTicks() == 1) {
      assertEquals(Mode.RUN_POLICY, rig.authority.mode(), where + ": goes on, " + cause(rig));
    }
    if (fault.fault() == Fault.HUMAN_DEVICE_LOST) {
      assertTrue(rig.authority.mode() != Mode.RUN_POLICY, where + ": never the policy");
    }
  }

  private static String cause(FaultRig rig) {
    return java.util.Arrays.toString(java.util.Arrays.copyOfRange(rig.record.observation, 7, 14))
        + "mode "
        + rig.authority.mode()
        + ", cause "
        + rig.authority.cause();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyInjectedFaultIsReactedToInTimeAndEveryStopLatches(FaultCase fault) {
    long worst = worst(fault);
    assertTrue(
        worst <= fault.allowedTicks(),
        fault.fault().row() + ": allowed " + fault.allowedTicks() + " ticks, took " + worst);
  }

  @Test
  void nothingFiresWhenNothingIsInjected() {
    FaultRig rig = new FaultRig(Injection.NONE);
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
    for (Fault fault : Fault.values()) {
      rows.add(fault.row());
    }
    rows.remove("");
    TreeSet<String> found = new TreeSet<>();
    FaultCases.all().forEach(c -> found.add(c.fault().row()));
    FilterCases.all().forEach(c -> found.add(c.fault().row()));
    assertEquals(rows, found);
  }

  @Test
  void theTableInTheDocumentationIsWhatWasMeasured() throws IOException {
    List<String> lines = new ArrayList<>();
    for (FaultCase fault : FaultCases.all()) {
      lines.add(line(fault, worst(fault)));
    }
    for (FilterCase filter : FilterCases.all()) {
      lines.add(filter.line(filter.worst()));
    }
    lines.sort(null);
    String table = FaultTable.of(PHASES, lines);
    if (Boolean.getBoolean("tandem.write")) {
      Files.writeString(TABLE, table);
    }
    assertEquals(Files.readString(TABLE), table, "docs/faults.md; see -Dtandem.write");
  }

  private static String line(FaultCase fault, long worst) {
    String reaction = fault.expected() == Reaction.LIMIT ? "seen" : fault.expected().name();
    return String.format(
        "| %s | %s | %s | %s | %d | %d |",
        fault.fault().row(),
        fault.fault().words(),
        fault.how(),
        reaction,
        fault.allowedTicks(),
        worst);
  }
}
