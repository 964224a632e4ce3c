package dev.tandem.simbridge.randomize;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** From which distributions an episode's conditions are drawn. Immutable. */
public final class Randomization {
  private static final Pattern CONDITION =
      Pattern.compile("([a-z]+\\.[a-z_]+) (-?[0-9]+(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?)");

  private final Map<Parameter, Distribution> distributions = new EnumMap<>(Parameter.class);

  /** What is not named is as the model says. */
  public Randomization(Map<Parameter, Distribution> named) {
    for (Parameter parameter : Parameter.values()) {
      distributions.put(
          parameter, named.getOrDefault(parameter, Distribution.fixed(parameter.nominal())));
    }
  }

  /** Whether every episode is as the model says. */
  public boolean isNominal() {
    return distributions.entrySet().stream()
        .allMatch(each -> isNominal(each.getKey(), each.getValue()));
  }

  /** What an episode's is drawn from. */
  public Distribution of(Parameter parameter) {
    return Objects.requireNonNull(distributions.get(parameter), parameter::key);
  }

  /** Whether one is in every episode as the model says. */
  public boolean isNominal(Parameter parameter) {
    return isNominal(parameter, of(parameter));
  }

  /** Whether the physics of every episode are as the model says. */
  public boolean hasNominalWorld() {
    return distributions.entrySet().stream()
        .filter(each -> isOfWorld(each.getKey()))
        .allMatch(each -> isNominal(each.getKey(), each.getValue()));
  }

  /** Whether every episode looks as the model says, through cameras that are as they are set. */
  public boolean hasNominalSight() {
    return distributions.entrySet().stream()
        .filter(each -> isOfSight(each.getKey()))
        .allMatch(each -> isNominal(each.getKey(), each.getValue()));
  }

  private static boolean isOfSight(Parameter parameter) {
    return Stream.of("camera.", "light.").anyMatch(parameter.key()::startsWith);
  }

  private static boolean isOfWorld(Parameter parameter) {
    return Stream.of("physics.", "start.").anyMatch(parameter.key()::startsWith);
  }

  private static boolean isNominal(Parameter parameter, Distribution distribution) {
    return distribution.isFixed() && distribution.low() == parameter.nominal();
  }

  /** What differs from episode to episode, in the order of a point's coordinates. */
  public List<Parameter> varied() {
    return distributions.entrySet().stream()
        .filter(each -> !each.getValue().isFixed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The point of the unit cube where the conditions were as {@link Conditions#toString} wrote them;
   * empty when that is no text of its.
   */
  public Optional<double[]> point(String conditions) {
    Map<String, Double> named = new HashMap<>();
    for (String each : conditions.split(", ", -1)) {
      Matcher value = CONDITION.matcher(each);
      if (!value.matches()) {
        return Optional.empty();
      }
      named.put(value.group(1), Double.parseDouble(value.group(2)));
    }
    double[] point =
        varied().stream()
            .mapToDouble(each -> of(each).fraction(named.getOrDefault(each.key(), each.nominal())))
            .toArray();
    return Optional.of(point);
  }

  /**
   * The conditions at a point of the unit cube.
   *
   * @param point fraction of each varied parameter's draws that lie below, [varied]
   */
  public Conditions at(double[] point) {
    if (point.length != varied().size()) {
      throw new IllegalArgumentException(
          "point: expected " + varied().size() + " coordinates, found " + point.length);
    }
    Map<Parameter, Double> drawn = new EnumMap<>(Parameter.class);
    int coordinate = 0;
    for (Map.Entry<Parameter, Distribution> each : distributions.entrySet()) {
      double fraction = each.getValue().isFixed() ? 0 : point[coordinate++];
      drawn.put(each.getKey(), each.getValue().quantile(fraction));
    }
    return new Conditions(drawn);
  }
}
