package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * What gets past the arm's safety chain: the larger half of the ticks in the world of the filters'
 * own model, the rest in worlds that differ from it, each in one way.
 */
public final class AdversaryBench {
  private AdversaryBench() {}

  /**
   * What was found.
   *
   * @param lines for people
   * @param violations of limits that were to be kept, in all worlds
   * @param unproved limits that were to be kept and that no tick exercised, each with its world
   */
  public record Result(
      JsonObject figures, List<String> lines, long violations, List<String> unproved) {}

  /**
   * Runs so many ticks.
   *
   * @param say gets a line before each world
   */
  public static Result run(Robot limits, long ticks, long seed, Consumer<String> say) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<AdversaryWorld, AdversaryRun> runs = new LinkedHashMap<>();
    long judged = 0;
    for (AdversaryWorld world : AdversaryWorld.ALL) {
      long share = Math.max(1, Math.round(world.share() * ticks));
      say.accept("%s: %d ticks".formatted(world.key(), share));
      judged += share;
      runs.put(world, new AdversaryRun(limits, world, share, random.nextLong()).run());
    }
    List<String> unproved = new ArrayList<>();
    runs.forEach(
        (world, run) ->
            run.table().unproved().forEach(limit -> unproved.add(world.key() + ": " + limit)));
    JsonObject figures = figures(runs).put("ticks_of_all_worlds", judged);
    return new Result(figures, AdversaryTable.lines(runs), violations(runs), unproved);
  }

  private static long violations(Map<AdversaryWorld, AdversaryRun> runs) {
    return runs.values().stream().mapToLong(run -> run.table().violations()).sum();
  }

  /** Those of the filters' own model, and beside them those of every other. */
  private static JsonObject figures(Map<AdversaryWorld, AdversaryRun> runs) {
    JsonObject figures = new JsonObject();
    List<JsonObject> others = new ArrayList<>();
    runs.forEach(
        (world, run) -> {
          if (world.isOfTheFilters()) {
            figures.putAll(run.figures());
          } else {
            others.add(new JsonObject().put("world", world.key()).putAll(run.figures()));
          }
        });
    return figures.put("violations_of_all_worlds", violations(runs)).put("other_worlds", others);
  }
}
