package dev.tandem.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The worst of every limit in every world, for people. */
final class AdversaryTable {
  private static final String NAME = "%-46s %10s";
  private static final String CELL = " %13s";
  private static final String NOT_EXERCISED = "not exercised";

  private AdversaryTable() {}

  static List<String> lines(Map<AdversaryWorld, AdversaryRun> runs) {
    List<String> lines = new ArrayList<>();
    List<LimitTable> tables = runs.values().stream().map(AdversaryRun::table).toList();
    List<LimitTable.Row> limits = tables.get(0).rows();
    lines.add(head(runs));
    for (int i = 0; i < limits.size(); i++) {
      lines.add(worst(limits.get(i), i, tables));
    }
    runs.forEach((world, run) -> lines.addAll(broken(world, run.table())));
    return lines;
  }

  private static String head(Map<AdversaryWorld, AdversaryRun> runs) {
    StringBuilder line = new StringBuilder(String.format(NAME, "limit", "allowed"));
    for (AdversaryWorld world : runs.keySet()) {
      line.append(String.format(CELL, world.column()));
    }
    return line.toString();
  }

  /**
   * "Not exercised" where no tick could have broken it, an exclamation mark where it was broken.
   */
  private static String worst(LimitTable.Row limit, int row, List<LimitTable> tables) {
    String allowed = limit.judged ? figure("%.4f", limit.allowed) : "";
    StringBuilder line = new StringBuilder(String.format(NAME, limit.name, allowed));
    for (LimitTable table : tables) {
      LimitTable.Row of = table.rows().get(row);
      line.append(String.format(CELL, cell(of)));
    }
    return line.toString();
  }

  private static String cell(LimitTable.Row of) {
    if (!of.isExercised()) {
      return NOT_EXERCISED;
    }
    boolean broken = of.judged && of.over() > 0;
    return figure("%.6f", of.worst()) + (broken ? "!" : " ");
  }

  private static String figure(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static List<String> broken(AdversaryWorld world, LimitTable table) {
    return table.rows().stream()
        .filter(row -> row.judged && row.over() > 0)
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "%s: %s: expected at most %.4f, found up to %.6f, in %d ticks",
                    world.key(),
                    row.name,
                    row.allowed,
                    row.worst(),
                    row.over()))
        .toList();
  }
}
