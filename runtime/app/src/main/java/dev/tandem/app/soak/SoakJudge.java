package dev.tandem.app.soak;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.record.journal.JournalReader;
import dev.tandem.runtime.record.journal.JournalVisitor;
import dev.tandem.runtime.record.journal.RunDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Reads a soak's journal and believes nothing else: whether every record is there or counted, every
 * stop was latched and brought the arm to rest, every injected fault seen, every limit kept.
 */
final class SoakJudge implements JournalVisitor {
  private final Robot robot;
  private final Findings findings = new Findings();
  private final TickLedger ticks = new TickLedger(findings);
  private final StopLedger stops;
  private final ModeLedger modes = new ModeLedger(findings);
  private final SignLedger signs = new SignLedger();
  private final List<Injection> injections = new ArrayList<>();
  private final List<String> planned = new ArrayList<>();
  private Optional<LimitLedger> limits = Optional.empty();
  private Optional<RestLedger> rest = Optional.empty();
  private Optional<SoakEnd> end = Optional.empty();

  private SoakJudge(Robot robot) {
    this.robot = robot;
    this.stops = new StopLedger(findings, robot.authority().recoveriesPerMinute());
  }

  /** Of a journal that is closed. */
  static SoakVerdict judge(Path journal, Robot robot) {
    SoakJudge judge = new SoakJudge(robot);
    JournalReader.read(journal, judge);
    return judge.verdict();
  }

  @Override
  public void onRun(RunDescription run) {
    limits = LimitLedger.of(run.signals(), robot);
    rest = RestLedger.of(run.signals(), robot, findings);
  }

  @Override
  public void onTick(TickRecord record) {
    ticks.accept(record);
    stops.accept(record);
    modes.accept(record);
    signs.accept(record);
    limits.ifPresent(ledger -> ledger.accept(record));
    rest.ifPresent(ledger -> ledger.accept(record));
  }

  @Override
  public void onGap(TickGap gap) {
    ticks.accept(gap);
    modes.lose();
    limits.ifPresent(LimitLedger::gap);
  }

  @Override
  public void onEvent(JournalEvent event) {
    if (event.kind() == JournalEvent.Kind.NOTE) {
      stops.note(event.stampNanos(), event.text());
      Injection.parse(event.text()).ifPresent(injections::add);
      SoakPlan.parse(event.text()).ifPresent(plan -> planned.addAll(plan.kinds()));
      end = SoakEnd.parse(event.text()).or(() -> end);
    }
  }

  @Override
  public void onProblem(String problem) {
    findings.add(problem);
  }

  @Override
  public void onCut(String description) {
    findings.add(description);
  }

  private SoakVerdict verdict() {
    end.ifPresentOrElse(ticks::close, () -> findings.add("expected a last line, found none"));
    Map<String, SoakVerdict.Seen> kinds = new TreeMap<>();
    planned.forEach(kind -> kinds.put(kind, SoakVerdict.Seen.NONE));
    for (Injection injection : injections) {
      kinds.merge(injection.kind(), seen(injection), SoakVerdict.Seen::plus);
    }
    long unlatched = stops.unlatched();
    long tooOften = stops.tooOften();
    checkLimits();
    SoakVerdict.Records records =
        new SoakVerdict.Records(
            ticks.ticks(), ticks.driven(), ticks.gaps(), ticks.lost(), ticks.missing());
    SoakVerdict.Stops latched =
        new SoakVerdict.Stops(
            stops.stops(),
            stops.recovered(),
            unlatched,
            tooOften,
            stops.longestSeconds(),
            rest.map(RestLedger::rest).orElse(SoakVerdict.Rest.UNKNOWN));
    JsonObject limitFigures = limits.map(LimitLedger::json).orElseGet(JsonObject::new);
    return new SoakVerdict(
        records, latched, kinds, second(), limitFigures, findings.count(), findings.lines());
  }

  private long second() {
    return injections.stream()
        .filter(later -> injections.stream().anyMatch(earlier -> earlier.lastsInto(later)))
        .count();
  }

  /** No drive can keep a joint slow that somebody pushes hard; what it may do is brake. */
  private void checkLimits() {
    List<LimitLedger.Over> own =
        limits.map(LimitLedger::over).orElse(List.of()).stream()
            .filter(over -> !over.onlySpeed() || !isPushed(over.tick()))
            .toList();
    if (!own.isEmpty()) {
      findings.add(
          "limits broken in %d ticks by nobody's push, first in tick %d"
              .formatted(own.size(), own.get(0).tick()));
    }
  }

  private boolean isPushed(long tick) {
    return injections.stream().anyMatch(injection -> injection.pushes(tick));
  }

  private SoakVerdict.Seen seen(Injection injection) {
    long from = injection.visibleFrom(injections);
    long until = from + injection.withinTicks();
    OptionalLong first = signs.firstSeen(injection.sign(), injection.tick(), until);
    if (first.isPresent()) {
      return SoakVerdict.Seen.after(Math.max(0, first.getAsLong() - from));
    }
    long due = Math.min(injection.tick() + injection.lastsTicks() - 1, until);
    if (due < from || !ticks.sawAnyOf(from, due)) {
      return SoakVerdict.Seen.UNRECORDED;
    }
    findings.add(injection + ": expected " + injection.sign() + ", found nothing of it");
    return SoakVerdict.Seen.MISSED;
  }
}
