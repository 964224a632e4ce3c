package dev.tandem.app.assembly;

import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.settings.TouchSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.EncoderFile;
import dev.tandem.policies.encoder.EncoderNetwork;
import dev.tandem.simbridge.camera.Cameras;
import dev.tandem.simbridge.tactile.TouchConfig;
import dev.tandem.simbridge.tactile.TouchSums;
import dev.tandem.simbridge.task.FeltTask;
import dev.tandem.simbridge.task.SeenTask;
import dev.tandem.simbridge.task.SightedTask;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.List;

/** What is seen and felt of a task's world, and what the policy sees through its cameras. */
final class Views {
  private static final String ADVICE =
      "; ./tandem encoder train makes one for these settings, with the same --config and"
          + " --set, --task and --sim, and --out FILE; a policy that learnt with another one stays"
          + " with that";
  private static final String TWO = "; cameras: [{name: front}, {name: wrist}] has two";

  private Views() {}

  /** With the settings' cameras, pads and encoder, if there are any. */
  static SimulatedTask of(SimulatedTask task, RunSettings settings) {
    SimulatedTask sighted = sighted(task, settings);
    String file = settings.encoder().file();
    return felt(file.isEmpty() ? sighted : seen(sighted, file), settings);
  }

  private static SimulatedTask felt(SimulatedTask task, RunSettings settings) {
    List<TouchConfig> told =
        settings.touch().stream()
            .filter(pad -> pad.policyGets() == TouchSettings.PolicyGets.SUMS)
            .map(TouchSettings::config)
            .toList();
    return told.isEmpty() ? task : new FeltTask(task, new TouchSums(told));
  }

  private static SimulatedTask sighted(SimulatedTask task, RunSettings settings) {
    if (settings.cameras().isEmpty() && !settings.randomization().plan().hasNominalSight()) {
      throw new IllegalArgumentException(
          "cameras: expected some with randomization.camera or randomization.light, found none"
              + TWO);
    }
    Cameras all = Senses.of(task, settings);
    return all.images().isEmpty() ? task : new SightedTask(task, all);
  }

  private static SimulatedTask seen(SimulatedTask task, String file) {
    try {
      EncoderFile encoder = new EncoderFile(Path.of(file));
      String its = encoder.read().task();
      if (!its.equals(task.name())) {
        throw new IllegalArgumentException(
            "expected an encoder for " + task.name() + ", found one for " + its);
      }
      EncoderNetwork network = encoder.network();
      return new SeenTask(task, network);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "encoder.file: " + file + ": " + e.getMessage() + ADVICE, e);
    } catch (CheckpointException e) {
      throw new IllegalArgumentException("encoder.file: " + e.getMessage() + ADVICE, e);
    }
  }
}
