package dev.tandem.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Limit by limit: what is allowed, the worst seen, and how often it was too much. */
public final class LimitTable {
  private final List<Row> rows = new ArrayList<>();

  /** One limit; both figures in the unit of its name, larger is worse. */
  static final class Row {
    final String name;
    final double allowed;
    private double worst = Double.NEGATIVE_INFINITY;
    private long violations;

    Row(String name, double allowed) {
      this.name = name;
      this.allowed = allowed;
    }

    /** NaN is a violation too. */
    void saw(double value) {
      worst = value > worst ? value : worst;
      if (!(value <= allowed)) {
        violations++;
      }
    }
  }

  Row add(String name, double allowed) {
    Row row = new Row(name, allowed);
    rows.add(row);
    return row;
  }

  /** Of all limits together. */
  public long violations() {
    return rows.stream().mapToLong(row -> row.violations).sum();
  }

  /** For people, one limit a line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(Locale.ROOT, "%-28s %10s %12s %10s", "limit", "allowed", "worst", "over"));
    for (Row row : rows) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-28s %10.4f %12.6f %10d",
              row.name,
              row.allowed,
              row.worst,
              row.violations));
    }
    return lines;
  }

  /** Limit by limit, in the order in which they were added. */
  public void forEach(Visitor visitor) {
    rows.forEach(row -> visitor.visit(row.name, row.worst, row.violations));
  }

  /** Called once a limit. */
  public interface Visitor {
    void visit(String name, double worst, long violations);
  }
}
