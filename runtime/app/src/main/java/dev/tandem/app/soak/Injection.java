package dev.tandem.app.soak;

import dev.tandem.runtime.guard.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the journal says of an injected fault.
 *
 * @param kind its name
 * @param sign what must be seen of it
 * @param tick of its beginning
 */
record Injection(String kind, String sign, long tick, long withinTicks, long lastsTicks) {
  private static final long BRAKING_TICKS = 100;

  /** What nobody can know of an arm whose packets do not come, or come with an older state. */
  private static final Map<String, Set<String>> HIDES =
      Map.of(
          Fault.PACKETS_LOST.name(),
          Set.of(
              Fault.OBSERVATION_NOT_FINITE.name(),
              Fault.OUT_OF_WORKSPACE.name(),
              Fault.SENSOR_FAULT.name()),
          Fault.STATE_FROZEN.name(),
          Set.of(Fault.OBSERVATION_NOT_FINITE.name()));

  private static final Pattern WORDS =
      Pattern.compile(
          "soak injects '(.+)' from tick (\\d+) for (\\d+), expects (\\w+) within (\\d+)");

  static Injection of(SoakFault fault, long tick) {
    return new Injection(fault.name(), fault.sign(), tick, fault.withinTicks(), fault.lastsTicks());
  }

  /** As a line of the journal. */
  String words() {
    return String.format(
        Locale.ROOT,
        "soak injects '%s' from tick %d for %d, expects %s within %d",
        kind,
        tick,
        lastsTicks,
        sign,
        withinTicks);
  }

  /** Of a line of the journal; empty when it is about something else. */
  static Optional<Injection> parse(String words) {
    Matcher found = WORDS.matcher(words);
    if (!found.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Injection(
            found.group(1),
            found.group(4),
            Long.parseLong(found.group(2)),
            Long.parseLong(found.group(5)),
            Long.parseLong(found.group(3))));
  }

  /** Whether it is still in effect when that other one begins. */
  boolean lastsInto(Injection other) {
    return tick < other.tick && other.tick < tick + lastsTicks;
  }

  /** From when on it can be seen at all, whatever else is wrong meanwhile. */
  long visibleFrom(List<Injection> all) {
    return all.stream()
        .filter(other -> other.lastsInto(this))
        .filter(other -> HIDES.getOrDefault(other.sign, Set.of()).contains(sign))
        .mapToLong(other -> other.tick + other.lastsTicks)
        .reduce(tick, Math::max);
  }

  /** Whether in this tick somebody pushes the arm, or has just done so and it is being braked. */
  boolean pushes(long atTick) {
    return sign.equals(Fault.CONTACT.name())
        && atTick >= tick
        && atTick < tick + lastsTicks + BRAKING_TICKS;
  }

  @Override
  public String toString() {
    return kind + " at tick " + tick;
  }
}
