package dev.tandem.app.settings;

/** What benches do where nobody says otherwise. */
public final class BenchSettings {
  private BenchSettings() {}

  /**
   * What {@code tandem bench ablation} does with every arm and seed: one thread, many evaluations.
   */
  public static RunSettings ablation() {
    RunSettings demo = RunSettings.defaults();
    return new RunSettings(
        demo.task(),
        demo.simulator(),
        demo.spaces(),
        demo.seed(),
        3000,
        demo.stopAt(),
        true,
        demo.maxTrainSeconds(),
        demo.run(),
        demo.robot(),
        demo.locomotion(),
        demo.cameras(),
        demo.touch(),
        demo.encoder(),
        demo.randomization(),
        demo.simulation(),
        demo.demos(),
        demo.person(),
        demo.learner().withThreads(1),
        new EvaluationSettings(50, 100, 50),
        new JournalSettings(false, 1, 1));
  }

  /** What {@code tandem bench pendulum} does: plain SAC on 64x64, one update a step. */
  public static RunSettings pendulum() {
    RunSettings demo = RunSettings.defaults();
    return demo.with(
        demo.seed(),
        demo.robot(),
        demo.locomotion(),
        demo.cameras(),
        demo.encoder(),
        LearnerSettings.pendulum());
  }

  /** What {@code tandem bench stream} does. */
  public static RunSettings streaming() {
    RunSettings demo = RunSettings.defaults();
    return new RunSettings(
        "reach",
        demo.simulator(),
        demo.spaces(),
        demo.seed(),
        60_000,
        demo.stopAt(),
        true,
        demo.maxTrainSeconds(),
        demo.run(),
        demo.robot(),
        demo.locomotion(),
        demo.cameras(),
        demo.touch(),
        demo.encoder(),
        demo.randomization(),
        demo.simulation(),
        new DemoSettings(0),
        PersonSettings.away(),
        demo.learner().streaming(),
        new EvaluationSettings(100, 2500, 20),
        new JournalSettings(false, 1, 1));
  }
}
