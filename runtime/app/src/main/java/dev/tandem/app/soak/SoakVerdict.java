package dev.tandem.app.soak;

import dev.tandem.app.report.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What a soak's journal proves.
 *
 * @param kinds what became of each kind of injected fault
 * @param second faults that came while another one was in effect
 * @param limits the worst of each limit, and how often it was exceeded
 * @param problems findings of any kind; 0 for a journal that proves everything
 * @param findings the first of them, one line each
 */
record SoakVerdict(
    Records records,
    Stops stops,
    Map<String, Seen> kinds,
    long second,
    JsonObject limits,
    long problems,
    List<String> findings) {

  /**
   * What became of the ticks.
   *
   * @param driven ticks in which somebody drove
   * @param lost ticks that gaps count
   * @param missing ticks that nothing counts
   */
  record Records(long ticks, long driven, long gaps, long lost, long missing) {
    double drivenShare() {
      return ticks == 0 ? 0 : (double) driven / ticks;
    }
  }

  /**
   * What became of the stops.
   *
   * @param unlatched that ended without a person's recovery
   * @param tooOften recoveries beyond what is granted a minute
   */
  record Stops(
      long begun,
      long recovered,
      long unlatched,
      long tooOften,
      double longestSeconds,
      Rest rest) {}

  /**
   * How the arm came to rest.
   *
   * @param notAtRest stops in which it moved later than is allowed
   * @param longestMillis from a stop to the last tick in which it moved
   */
  record Rest(long notAtRest, double longestMillis) {
    static final Rest UNKNOWN = new Rest(0, Double.NaN);
  }

  /**
   * What became of faults of a kind.
   *
   * @param unrecorded of which the journal has no tick: the loop skipped them, a gap counts them,
   *     or another fault hid them until they were over
   * @param slowestTicks from the fault, or from when nothing hid it any more, to its sign
   */
  record Seen(long injected, long missed, long unrecorded, long slowestTicks) {
    static final Seen NONE = new Seen(0, 0, 0, 0);
    static final Seen MISSED = new Seen(1, 1, 0, 0);
    static final Seen UNRECORDED = new Seen(1, 0, 1, 0);

    static Seen after(long ticks) {
      return new Seen(1, 0, 0, ticks);
    }

    static Seen plus(Seen one, Seen other) {
      return new Seen(
          one.injected + other.injected,
          one.missed + other.missed,
          one.unrecorded + other.unrecorded,
          Math.max(one.slowestTicks, other.slowestTicks));
    }
  }

  long injected() {
    return kinds.values().stream().mapToLong(Seen::injected).sum();
  }

  /** Kinds of which there was no fault: the session was too short for them. */
  List<String> notInjected() {
    return kinds.entrySet().stream()
        .filter(kind -> kind.getValue().injected() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  long missed() {
    return kinds.values().stream().mapToLong(Seen::missed).sum();
  }

  JsonObject json() {
    JsonObject each = new JsonObject();
    kinds.forEach((kind, seen) -> each.put(kind, seen.injected()));
    return new JsonObject()
        .put("ticks", records.ticks())
        .put("driven_share", records.drivenShare())
        .put("gaps", records.gaps())
        .put("lost_records", records.lost())
        .put("missing_records", records.missing())
        .put("faults", injected())
        .put("faults_missed", missed())
        .put("second_faults", second)
        .put("faults_unrecorded", kinds.values().stream().mapToLong(Seen::unrecorded).sum())
        .put("stops", stops.begun())
        .put("recoveries", stops.recovered())
        .put("unlatched_stops", stops.unlatched())
        .put("recoveries_too_often", stops.tooOften())
        .put("stops_not_at_rest", stops.rest().notAtRest())
        .put("longest_to_rest_ms", stops.rest().longestMillis())
        .put("longest_stop_s", stops.longestSeconds())
        .putAll(limits)
        .put("faults_by_kind", each)
        .putTexts("not_injected", notInjected())
        .put("problems", problems)
        .putTexts("findings", findings);
  }
}
