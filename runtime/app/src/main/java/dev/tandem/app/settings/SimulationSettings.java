package dev.tandem.app.settings;

/**
 * How many simulated environments a policy learns in at once.
 *
 * @param environments each with a world, a robot, a safety layer and episodes of its own
 * @param threads that step them, the one that learns among them, as far as they are of use
 * @param overlap whether they take a decision while the learner learns from the one before; the
 *     policy that decides is then older by one decision
 */
public record SimulationSettings(int environments, int threads, boolean overlap) {
  private static final int MOST = 256;

  public SimulationSettings {
    Check.within("simulation.environments", environments, 1, MOST);
    Check.within("simulation.threads", threads, 1, MOST);
    Check.that(
        !overlap || threads > 1,
        "simulation.threads",
        "at least 2 with simulation.overlap, as one of them learns",
        threads);
  }

  /** One environment, stepped by who learns. */
  public static SimulationSettings one() {
    return new SimulationSettings(1, 1, false);
  }

  /** Whether there is one environment, and nothing beside it. */
  public boolean isPlain() {
    return environments == 1 && !overlap;
  }

  /**
   * How many threads are used of those that are wanted: no more than there are processors, or
   * environments, but for the one that learns meanwhile; more would only wait for each other.
   */
  public int threadsOf(int processors) {
    int learning = overlap ? 1 : 0;
    int useful = Math.min(Math.max(processors, 1 + learning), environments + learning);
    return Math.min(threads, useful);
  }

  /** Refuses what only one environment can have. */
  void requireTaughtBy(LearnerSettings learner, boolean corrects) {
    String why =
        overlap ? " with simulation.overlap" : " with simulation.environments " + environments;
    Check.that(
        isPlain() || !learner.streams(),
        "learner.algorithm",
        "rlpd or sac" + why,
        learner.algorithm());
    Check.that(
        isPlain() || !corrects,
        "person.corrects",
        "false" + why + ", as nobody looks after several robots at once",
        corrects);
  }
}
