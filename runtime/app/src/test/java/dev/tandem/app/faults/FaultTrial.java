package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.loop.StopReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** One fault, injected at random phases; checks what becomes of it and keeps the worst. */
final class FaultTrial {
  static final int PHASES = 6;
  static final int AFTER_TICKS = 150;
  private static final Map<String, Worst> KNOWN = new ConcurrentHashMap<>();
  private static final AtomicLong TOLD = new AtomicLong();

  private final FaultCase fault;
  private final FaultRig rig;
  private final RestWatch rest;
  private final String where;
  private Mode at = Mode.OFF;
  private long reacted = -1;

  /**
   * The worst of all phases.
   *
   * @param ticks from the fault at the input to the reaction at the output
   * @param restTicks from there until the arm was at rest; 0 where nothing stopped
   * @param ways what a stop grew to and by which fault, and what it ended in
   */
  record Worst(long ticks, long restTicks, Set<String> ways) {
    static final Worst NONE = new Worst(0, 0, Set.of());

    Worst with(Worst other) {
      Set<String> all = new TreeSet<>(ways);
      all.addAll(other.ways);
      return new Worst(
          Math.max(ticks, other.ticks), Math.max(restTicks, other.restTicks), Set.copyOf(all));
    }
  }

  private FaultTrial(FaultCase fault, long seed) {
    this.fault = fault;
    this.rig = FaultRig.driving(fault.injection());
    this.rest = new RestWatch(rig);
    this.where = fault.row() + " " + fault.how() + ", seed " + seed;
  }

  static Worst worst(FaultCase fault) {
    return KNOWN.computeIfAbsent(fault.row() + fault.how(), key -> allPhases(fault));
  }

  /** Bits of all faults that any trial has seen told. */
  static long told() {
    return TOLD.get();
  }

  static void tell(long faults) {
    TOLD.accumulateAndGet(faults, (one, other) -> one | other);
  }

  private static Worst allPhases(FaultCase fault) {
    Worst worst = Worst.NONE;
    for (int seed = 0; seed < PHASES; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      worst = worst.with(new FaultTrial(fault, seed).run(random.nextLong(60)));
    }
    return worst;
  }

  private Worst run(long phaseTicks) {
    long bit = fault.fault().bit();
    calm(fault.injection().calmTicks() + phaseTicks);
    rig.window.open(rig.next(), fault.lastsTicks());
    fault.injection().begin(rig);
    for (long i = 0; i < Math.max(fault.lastsTicks(), latestTick() + 1); i++) {
      if (i == fault.lastsTicks()) {
        fault.injection().end(rig);
      } else if (i > 0 && i < fault.lastsTicks()) {
        fault.injection().again(rig);
      }
      tick(i);
    }
    rig.window.close();
    fault.injection().end(rig);
    assertTrue(reacted >= 0, () -> where + ": no reaction " + fault.expected() + ", " + state());
    checkAfter();
    assertEquals(bit, rig.told() & bit, () -> where + ": told as " + fault.fault());
    tell(rig.told());
    long ticks = reacted - fault.injection().atInputAfterTicks();
    assertTrue(ticks >= 0, () -> where + ": reacted before the fault, " + state());
    return new Worst(ticks, rest.ticksToRest(), Set.of(way()));
  }

  private long latestTick() {
    return fault.injection().atInputAfterTicks() + fault.allowedTicks();
  }

  private void calm(long untilTick) {
    fault.injection().prepare(rig);
    while (rig.next() < untilTick || !fault.injection().isDue(rig)) {
      rig.tick();
      assertFalse(rig.authority.mode().isStop(), () -> where + ": " + state());
    }
    assertEquals(0, rig.authority.faults(), where + ": no fault before the fault");
  }

  private void tick(long index) {
    rig.tick();
    if (reacted < 0 && fault.hasReacted(rig)) {
      reacted = index;
      at = rig.authority.mode();
      rest.begin();
    }
    if (reacted >= 0 && fault.expected().stops()) {
      rest.look();
    }
  }

  private void checkAfter() {
    boolean stops = fault.expected().stops();
    for (long i = 0; i < AFTER_TICKS + (stops ? RestWatch.ALLOWED_TICKS : 0); i++) {
      tick(i);
      assertTrue(!stops || fault.isLatched(rig, at), () -> where + ": latched, " + state());
    }
    if (stops) {
      assertTrue(
          rest.ticksToRest() < RestWatch.ALLOWED_TICKS,
          () -> where + ": moved for " + rest.ticksToRest() + " ticks, " + state());
      assertEquals(fault.answer().end(), rig.authority.mode(), () -> where + ": ended, " + state());
    }
    if (fault.expected() == Reaction.LIMIT && fault.lastsTicks() == 1) {
      assertEquals(Mode.RUN_POLICY, rig.authority.mode(), () -> where + ": goes on, " + state());
    }
    if (fault.fault() == Fault.HUMAN_DEVICE_LOST) {
      assertTrue(rig.authority.mode() != Mode.RUN_POLICY, where + ": never the policy");
    }
  }

  /** From the first step to the last: {@code STOP2, STOP1 (F13), STOP0}. */
  private String way() {
    StopReport report = rig.loop.stopReport();
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < report.steps(); i++) {
      boolean grew = i > 0 && report.cause(i) != Fault.NONE;
      steps.add(report.mode(i) + (grew ? " (" + name(report.cause(i)) + ")" : ""));
    }
    return String.join(", ", steps);
  }

  private static String name(Fault cause) {
    return cause.row().isEmpty()
        ? cause.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : cause.row();
  }

  private String state() {
    return rig.authority.mode()
        + ", "
        + rig.loop.stopReport().describe(rig.spec, rig.task.actionSpec())
        + ", at "
        + rest.fastestRadPerS()
        + " rad/s";
  }
}
