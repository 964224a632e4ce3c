package dev.tandem.app.train;

import static dev.tandem.app.train.WeightSettings.ALGORITHM;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.SettingTexts;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.checkpoint.CheckpointHeader;
import dev.tandem.policies.nn.ActorShape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Tells a run's own checkpoint from another's that was put in its place. */
public final class OwnCheckpoint {
  private static final String STREAM = "stream";
  private static final String OLDER_ALGORITHM = "algorithm";

  private final Path file;

  private OwnCheckpoint(Path file) {
    this.file = file;
  }

  /**
   * Throws unless a run with the settings {@code its} could have written {@code file}.
   *
   * @throws ConfigurationException when it is another run's
   * @throws CheckpointException when it is damaged
   */
  public static void require(Path file, RunSettings its) throws CheckpointException {
    CheckpointHeader header = new CheckpointFile(file).read().header();
    new OwnCheckpoint(file).require(header, its);
  }

  /**
   * Throws unless what {@code settings} want done is what the policy in {@code file} learnt.
   *
   * @throws ConfigurationException when it is something else
   * @throws CheckpointException when the file is damaged
   */
  public static void requireTaught(Path file, RunSettings settings) throws CheckpointException {
    Map<String, String> taught = new CheckpointFile(file).read().header().settings();
    SettingTexts wanted = SettingTexts.of(settings);
    for (String key : WeightSettings.taskKeys(settings)) {
      String expected = taught.getOrDefault(key, wanted.of(key));
      if (!expected.equals(wanted.of(key))) {
        throw new ConfigurationException(
            key,
            "expected "
                + expected
                + ", with which "
                + file
                + " was learnt, found "
                + wanted.of(key)
                + "; leave it as it was, or train a run of its own");
      }
    }
  }

  /** What an older checkpoint does not say counts as this run's. */
  private void require(CheckpointHeader header, RunSettings its) {
    requireSame("task", its.task(), header.task());
    Map<String, String> found = said(header);
    WeightSettings.header(its)
        .forEach((key, expected) -> requireSame(key, expected, found.getOrDefault(key, expected)));
  }

  /** What it says of its run, an older one in other words. */
  private static Map<String, String> said(CheckpointHeader header) {
    Map<String, String> said = new HashMap<>();
    header.actor().ifPresentOrElse(actor -> actor(actor, said), () -> said.put(ALGORITHM, STREAM));
    said.putAll(header.settings());
    String older = said.get(OLDER_ALGORITHM);
    if (older != null) {
      said.putIfAbsent(ALGORITHM, older);
    }
    return said;
  }

  private static void actor(ActorShape actor, Map<String, String> said) {
    said.put("learner.hidden", actor.hidden().toString());
    said.put("learner.activation", actor.activation().name().toLowerCase(Locale.ROOT));
  }

  private void requireSame(String key, String expected, String found) {
    if (!expected.equals(found)) {
      throw new ConfigurationException(
          file.toString(),
          "expected this run's checkpoint, which has "
              + key
              + " "
              + expected
              + " as its config.yaml says, found another run's with "
              + found
              + "; put its own there, or move this one to a folder of its own to use it");
    }
  }
}
