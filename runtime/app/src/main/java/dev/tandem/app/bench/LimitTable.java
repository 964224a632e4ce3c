package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Limit by limit: what is allowed, the worst seen, and how often it was too much. */
public final class LimitTable {
  private final List<Row> rows = new ArrayList<>();

  private enum Kind {
    LIMIT,
    SIGN,
    SHOWN
  }

  /** One limit; both figures in the unit of its name, larger is worse. */
  static final class Row {
    final String name;
    final double allowed;

    /** Only a judged one can be violated; the others are counted and shown. */
    final boolean judged;

    private final Kind kind;

    private double worst = Double.NEGATIVE_INFINITY;
    private long seen;
    private long over;

    private Row(String name, double allowed, Kind kind) {
      this.name = name;
      this.allowed = allowed;
      this.kind = kind;
      this.judged = kind != Kind.SHOWN;
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

    /**
     * Whether any tick could have broken it: what was never looked at, or was 0 all the time, as
     * the turn of what never turns, says nothing. A sign that is 0 says that all is well.
     */
    boolean isExercised() {
      boolean told = Double.isFinite(worst) && (kind == Kind.SIGN || worst != 0);
      return over > 0 || told;
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
    return add(new Row(name, allowed, Kind.LIMIT));
  }

  /** One that no tick may show: 0 where all is well, else 1. */
  Row addSign(String name) {
    return add(new Row(name, 0, Kind.SIGN));
  }

  /** One that is counted and shown, and that nobody promises to keep. */
  Row show(String name, double allowed) {
    return add(new Row(name, allowed, Kind.SHOWN));
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

  /** Names of those that no tick exercised. */
  public List<String> notExercised() {
    return rows.stream().filter(row -> !row.isExercised()).map(row -> row.name).toList();
  }

  /** Names of those to be kept that no tick exercised: of these nothing was shown. */
  List<String> unproved() {
    return rows.stream()
        .filter(row -> row.judged && !row.isExercised())
        .map(row -> row.name)
        .toList();
  }

  /**
   * All violations, and of each limit the worst and how often it was too much; null for one that no
   * tick exercised.
   */
  JsonObject figures() {
    JsonObject figures = new JsonObject().put("violations", violations());
    for (Row row : rows) {
      Optional<Row> exercised = Optional.of(row).filter(Row::isExercised);
      figures.put("worst_" + row.name, exercised.map(Row::worst).orElse(Double.NaN));
      if (row.judged) {
        put(figures, "violations_" + row.name, exercised.map(Row::over));
      } else {
        figures.put("ticks_" + row.name, row.seen).put("over_" + row.name, row.over);
      }
    }
    return figures.putTexts("not_exercised", notExercised());
  }

  private static void put(JsonObject figures, String key, Optional<Long> count) {
    count.ifPresentOrElse(
        number -> figures.put(key, number.longValue()),
        () -> figures.put(key, Optional.<String>empty()));
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
