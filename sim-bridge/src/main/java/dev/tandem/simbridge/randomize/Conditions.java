package dev.tandem.simbridge.randomize;

import dev.tandem.simbridge.camera.Appearance;
import dev.tandem.simbridge.camera.Sight;
import dev.tandem.simbridge.world.PhysicsScales;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What one episode's world, drives and senses are like. Immutable. */
public final class Conditions {
  private final Map<Parameter, Double> values = new EnumMap<>(Parameter.class);

  Conditions(Map<Parameter, Double> values) {
    this.values.putAll(values);
  }

  /** In the parameter's unit. */
  public double of(Parameter parameter) {
    return values.getOrDefault(parameter, parameter.nominal());
  }

  /** For the simulator. */
  PhysicsScales physics() {
    return new PhysicsScales(
        of(Parameter.PHYSICS_MASS),
        of(Parameter.PHYSICS_INERTIA),
        of(Parameter.PHYSICS_LOAD_MASS),
        of(Parameter.PHYSICS_FRICTION),
        of(Parameter.PHYSICS_DAMPING),
        of(Parameter.PHYSICS_ARMATURE),
        of(Parameter.PHYSICS_GRAVITY));
  }

  /**
   * For the cameras.
   *
   * @param seed of each camera's, light's and thing's share
   */
  Sight sight(long seed) {
    Appearance appearance =
        new Appearance(
            of(Parameter.CAMERA_POSITION_SPREAD_METRES),
            of(Parameter.CAMERA_ANGLE_SPREAD_RAD),
            of(Parameter.CAMERA_FIELD_OF_VIEW),
            of(Parameter.LIGHT_POSITION_SPREAD_METRES),
            of(Parameter.LIGHT_BRIGHTNESS),
            of(Parameter.LIGHT_COLOUR_SPREAD),
            seed);
    return new Sight(
        appearance,
        of(Parameter.CAMERA_DELAY_SECONDS),
        of(Parameter.CAMERA_JITTER_SECONDS),
        of(Parameter.CAMERA_DROPPED));
  }

  /** What is not as the model says, for people: {@code physics.mass 1.0731, ...}. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .filter(each -> each.getValue() != each.getKey().nominal())
        .map(each -> String.format(Locale.ROOT, "%s %.5g", each.getKey().key(), each.getValue()))
        .collect(Collectors.joining(", "));
  }
}
