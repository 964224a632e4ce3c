package dev.tandem.app.train;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.journal.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run goes on from: the transitions that an earlier one recorded, also if it was killed, and
 * the checkpoint that it left, if it came that far.
 *
 * @param folder of the earlier run; empty when there was none
 * @param transitions in the order in which they were recorded
 * @param demonstrations episodes from the first on that were shown, not tried
 * @param updatesPerStep critic updates that it made per environment step (UTD)
 */
public record EarlierRun(
    Optional<RunFolder> folder,
    List<Transition> transitions,
    int demonstrations,
    int updatesPerStep) {
  /** For a run that begins from nothing. */
  public static final EarlierRun NONE = new EarlierRun(Optional.empty(), List.of(), 0, 1);

  public EarlierRun {
    transitions = List.copyOf(transitions);
  }

  /**
   * Reads the journal of the run in {@code folder}, up to the cut when a crash left one.
   *
   * @throws ConfigurationException when the settings do not go with it, or its checkpoint is
   *     another run's
   * @throws CheckpointException when its checkpoint is damaged
   */
  public static EarlierRun in(RunFolder folder, RunSettings settings) throws CheckpointException {
    RunSettings its = folder.readSettings();
    Resumption wanted = new Resumption(its, settings);
    wanted.requireSameTask();
    requireSameEncoder(folder, settings.encoder().file());
    if (Files.exists(folder.checkpoint())) {
      OwnCheckpoint.require(folder.checkpoint(), its);
      wanted.requireSameNetworks();
    }
    return new EarlierRun(
        Optional.of(folder),
        transitions(folder, its),
        its.demos().episodes(),
        its.learner().updatesPerStep());
  }

  /**
   * Looks at the name of the task only, before anything else is.
   *
   * @throws ConfigurationException when it is not that of the run in {@code folder}
   */
  public static void requireSameTask(RunFolder folder, RunSettings settings) {
    new Resumption(folder.readSettings(), settings).requireSame("task");
  }

  /** What its journal holds was seen with its own encoder, or with none. */
  private static void requireSameEncoder(RunFolder folder, String file) {
    boolean sees = Files.exists(folder.encoder());
    boolean same = file.isEmpty() ? !sees : sees && areEqual(folder.encoder(), Path.of(file));
    if (!same) {
      throw new ConfigurationException(
          "encoder.file",
          "expected "
              + (sees ? folder.encoder() : "none")
              + " as in the run to resume, found "
              + (file.isEmpty() ? "none" : file)
              + "; leave it as it was, or train a run of its own, without --resume");
    }
  }

  private static boolean areEqual(Path one, Path other) {
    try {
      return Files.mismatch(one, other) < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(one + " and " + other + " cannot be compared", e);
    }
  }

  /** None when the run was killed before there was a journal. */
  private static List<Transition> transitions(RunFolder folder, RunSettings its) {
    List<Transition> transitions = new ArrayList<>();
    if (Files.exists(folder.journal())) {
      JournalReader.readTransitions(folder.journal(), transitions::add);
    } else if (!its.journal().enabled() || Files.exists(folder.checkpoint())) {
      throw new ConfigurationException(
          "--resume " + folder,
          "expected a run with journal.mcap, found none: what it experienced was not kept;"
              + " ./tandem eval can use its checkpoint");
    }
    return transitions;
  }

  /**
   * The same, once all of it is known to be of these spaces: before there is a folder for the run
   * that goes on.
   *
   * @throws ConfigurationException when its journal's are others
   * @throws CheckpointException when its checkpoint's are
   */
  public EarlierRun in(PolicySpaces spaces) throws CheckpointException {
    if (folder.isEmpty()) {
      return this;
    }
    for (Transition each : transitions) {
      int features = each.observation().length;
      int actions = each.appliedAction().length;
      if (features != spaces.features() || actions != spaces.actions()) {
        throw new ConfigurationException(
            "--resume " + folder.get(),
            "expected a journal of %d features and %d actions, as task, spaces, encoder.file and touch make them, found one of %d and %d; leave these as they were, or train a run of its own, without --resume"
                .formatted(spaces.features(), spaces.actions(), features, actions));
      }
    }
    if (Files.exists(folder.get().checkpoint())) {
      new CheckpointFile(folder.get().checkpoint()).requireFits(spaces);
    }
    return this;
  }

  /** Settings that {@code settings} change of it, each with what it was. */
  public List<String> changes(RunSettings settings) {
    return folder
        .map(earlier -> new Resumption(earlier.readSettings(), settings).changes())
        .orElse(List.of());
  }

  /** The number of the episode that comes next; one that was cut off is not played on. */
  long nextEpisode() {
    return transitions.stream().mapToLong(Transition::episode).max().orElse(-1) + 1;
  }

  /** Steps of training, demonstrations not counted. */
  public long envSteps() {
    return transitions.stream().filter(t -> !isShown(t)).count();
  }

  /** Steps that the person spent on corrections. */
  int correctedSteps() {
    return (int)
        transitions.stream().filter(t -> !isShown(t) && t.origin() == Origin.HUMAN).count();
  }

  /** Makes the name of a random stream another one than the earlier run used up. */
  String stream(String purpose) {
    return folder.isEmpty() ? purpose : purpose + "@" + transitions.size();
  }

  /** Takes the checkpoint over and lets the learner catch up with what was recorded. */
  void goOn(Trainer trainer, Task task) throws CheckpointException {
    if (folder.isEmpty()) {
      return;
    }
    if (Files.exists(folder.get().checkpoint())) {
      CheckpointFile checkpoint = new CheckpointFile(folder.get().checkpoint());
      checkpoint.restore(trainer.student(), PolicySpaces.of(task));
    }
    trainer.goOn(this);
  }

  /** True for a step of a demonstration. */
  boolean isShown(Transition transition) {
    return transition.episode() < demonstrations;
  }
}
