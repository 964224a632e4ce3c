package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Limit by limit: what is allowed, the worst seen, and how often it was too much. */
public final class LimitTable {
  private final List<Row> rows = new ArrayList<>();

  /** One limit; both figures in the unit of its name, larger is worse. */
  static final class Row {
    final String name;
    final double allowed;

    /** False for what is counted and shown, and is no violation. */
    final boolean judged;

    private double worst = Double.NEGATIVE_INFINITY;
    private long seen;
    private long over;

    private Row(String name, double allowed, boolean judged) {
      this.name = name;
      this.allowed = allowed;
      this.judged = judged;
    }

    /** NaN is too much, too. */
    void saw(double value) {
      worst = value > worst ? value : worst;
      seen++;
      if (!(value <= allowed)) {
        over++;
      }
    }

    double worst() {
      return worst;
    }

    /** Ticks in which it was looked at. */
    long seen() {
      return seen;
    }

    /** Ticks in which it was more than is allowed. */
    long over() {
      return over;
    }
  }

  Row add(String name, double allowed) {
    return add(new Row(name, allowed, true));
  }

  /** One that no tick may show: 0 where all is well, else 1. */
  Row addSign(String name) {
    return add(new Row(name, 0, true));
  }

  /** One that is counted and shown, and that nobody promises to keep. */
  Row show(String name, double allowed) {
    return add(new Row(name, allowed, false));
  }

  private Row add(Row row) {
    rows.add(row);
    return row;
  }

  /** In the order in which they were added. */
  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Of all limits that are judged, together. */
  public long violations() {
    return rows.stream().filter(row -> row.judged).mapToLong(row -> row.over).sum();
  }

  /** All violations, and of each limit the worst and how often it was too much. */
  JsonObject figures() {
    JsonObject figures = new JsonObject().put("violations", violations());
    for (Row row : rows) {
      figures.put("worst_" + row.name, row.worst);
      if (row.judged) {
        figures.put("violations_" + row.name, row.over);
      } else {
        figures.put("ticks_" + row.name, row.seen).put("over_" + row.name, row.over);
      }
    }
    return figures;
  }

  /** Limit by limit. */
  public void forEach(Visitor visitor) {
    rows.forEach(row -> visitor.visit(row.name, row.worst, row.over));
  }

  /** Called once a limit. */
  public interface Visitor {
    void visit(String name, double worst, long over);
  }
}
