package dev.tandem.app.settings;

import dev.tandem.app.config.SettingTexts;
import dev.tandem.simbridge.randomize.Curriculum;
import dev.tandem.simbridge.randomize.Distribution;
import dev.tandem.simbridge.randomize.Parameter;
import dev.tandem.simbridge.randomize.Randomization;
import dev.tandem.simbridge.teach.AlpGmm;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the simulated world differs from its model, from episode to episode: each a number, {@code
 * uniform(LOW, HIGH)} or {@code log_uniform(LOW, HIGH)}. What each means stands with {@link
 * Parameter}.
 *
 * @param teacher who chooses where in all that {@code train} takes place: {@code none}, everywhere
 *     alike, or {@code alp_gmm}, by learning progress
 * @param alpGmm figures of that teacher
 */
public record RandomizationSettings(
    PhysicsSettings physics,
    StartSettings start,
    DriveSettings drives,
    PushSettings pushes,
    SensingSettings sensing,
    SightSettings camera,
    LightSettings light,
    String teacher,
    TeacherSettings alpGmm) {
  public static final String NO_TEACHER = "none";
  public static final String ALP_GMM = "alp_gmm";

  public RandomizationSettings {
    Check.oneOf("randomization.teacher", teacher, List.of(NO_TEACHER, ALP_GMM));
  }

  /** Everything is as its model says. */
  public static RandomizationSettings none() {
    return new RandomizationSettings(
        new PhysicsSettings("1", "1", "1", "1", "1", "1", "1"),
        new StartSettings("0"),
        new DriveSettings("1", "0", "0", "0", "0", "0"),
        new PushSettings("0", "0", "0.1"),
        new SensingSettings("0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"),
        new SightSettings("0", "0", "1", "0", "0", "0"),
        new LightSettings("0", "1", "0"),
        NO_TEACHER,
        TeacherSettings.defaults());
  }

  /**
   * The same, read.
   *
   * @throws IllegalArgumentException with the key, what was expected and what was found
   */
  public Randomization plan() {
    SettingTexts texts = SettingTexts.of(this);
    Map<Parameter, Distribution> distributions = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      String key = parameter.key();
      try {
        distributions.put(parameter, parameter.parse(texts.of(key)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("randomization." + key + ": " + e.getMessage(), e);
      }
    }
    Randomization plan = new Randomization(distributions);
    if (isTaught() && plan.varied().isEmpty()) {
      throw new IllegalArgumentException(
          "randomization.teacher: expected something to choose from, such as"
              + " randomization.physics.mass: uniform(0.8, 1.2), found nothing that varies");
    }
    return plan;
  }

  /** Whether somebody chooses where a training's episodes take place. */
  public boolean isTaught() {
    return teacher.equals(ALP_GMM);
  }

  /** Where a training's episodes take place. */
  public Curriculum curriculum(long seed) {
    Randomization plan = plan();
    return isTaught()
        ? new AlpGmm(plan.varied().size(), alpGmm.config(), seed)
        : Curriculum.uniform(plan);
  }

  /** Factors of the model's figures. */
  public record PhysicsSettings(
      String mass,
      String inertia,
      String loadMass,
      String friction,
      String damping,
      String armature,
      String gravity) {}

  /** Where an episode begins. */
  public record StartSettings(String jointSpreadRad) {}

  /** What drives make of a command. */
  public record DriveSettings(
      String gain,
      String gainSpread,
      String lagSeconds,
      String delaySeconds,
      String jitterSeconds,
      String noLoadSpeedRadPerS) {}

  /** What pushes the arm. */
  public record PushSettings(String perSecond, String torqueNm, String seconds) {}

  /** What sensors make of the truth. */
  public record SensingSettings(
      String jointNoiseRad,
      String speedNoiseRadPerS,
      String jointBiasRad,
      String toolFromJoints,
      String armDelaySeconds,
      String sceneNoiseMetres,
      String sceneBiasMetres,
      String scenePeriodSeconds,
      String sceneDelaySeconds,
      String sceneJitterSeconds,
      String sceneDropped) {}

  /** What cameras are like, beyond what they are set to. */
  public record SightSettings(
      String positionSpreadMetres,
      String angleSpreadRad,
      String fieldOfView,
      String delaySeconds,
      String jitterSeconds,
      String dropped) {}

  /** What the cameras see. */
  public record LightSettings(
      String positionSpreadMetres, String brightness, String colourSpread) {}
}
