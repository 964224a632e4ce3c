package dev.tandem.simbridge.randomize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.simbridge.world.PhysicsScales;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomizationTest {
  private static Randomization of(Parameter parameter, String distribution) {
    return new Randomization(Map.of(parameter, parameter.parse(distribution)));
  }

  @Test
  void nothingNamedIsAsTheModelSays() {
    Randomization nothing = new Randomization(Map.of());
    assertTrue(nothing.isNominal());
    assertTrue(nothing.hasNominalWorld());
    assertEquals(List.of(), nothing.varied());
    assertEquals(PhysicsScales.NOMINAL, nothing.at(new double[0]).physics());
    assertEquals("", nothing.at(new double[0]).toString());
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void oneNumberThatDiffersIsNoLongerAsTheModelSays(Parameter parameter) {
    Randomization one = of(parameter, "0.5");
    assertFalse(one.isNominal());
    boolean world = parameter.key().startsWith("physics.") || parameter.key().startsWith("start.");
    assertEquals(!world, one.hasNominalWorld());
    assertEquals(parameter.key() + " 0.50000", one.at(new double[0]).toString());
  }

  @Test
  void onlyWhatVariesTakesACoordinate() {
    Randomization two =
        new Randomization(
            Map.of(
                Parameter.PHYSICS_MASS, Distribution.parse("uniform(0.8, 1.2)"),
                Parameter.PHYSICS_GRAVITY, Distribution.fixed(0.9),
                Parameter.DRIVES_GAIN, Distribution.parse("uniform(1, 2)")));
    assertEquals(List.of(Parameter.PHYSICS_MASS, Parameter.DRIVES_GAIN), two.varied());
    Conditions drawn = two.at(new double[] {0.25, 1});
    assertEquals(0.9, drawn.of(Parameter.PHYSICS_MASS), 1e-12);
    assertEquals(2, drawn.of(Parameter.DRIVES_GAIN), 1e-12);
    assertEquals(0.9, drawn.of(Parameter.PHYSICS_GRAVITY));
    assertEquals(1, drawn.of(Parameter.PHYSICS_FRICTION));
    assertThrows(IllegalArgumentException.class, () -> two.at(new double[3]));
  }

  @Test
  void findsThePointOfConditionsThatWereWrittenDown() {
    Randomization three =
        new Randomization(
            Map.of(
                Parameter.PHYSICS_MASS, Distribution.parse("uniform(0.8, 1.2)"),
                Parameter.PHYSICS_GRAVITY, Distribution.fixed(0.9),
                Parameter.PHYSICS_DAMPING, Distribution.parse("log_uniform(0.5, 2)"),
                Parameter.SENSING_JOINT_NOISE_RAD, Distribution.parse("uniform(0, 0.0001)")));
    double[] point = {0.25, 0.7, 0.3};
    String text = three.at(point).toString();
    assertArrayEquals(point, three.point(text).orElseThrow(), 1e-4, text);
    double[] least = three.point("physics.mass 0.5, physics.damping 9").orElseThrow();
    assertArrayEquals(new double[] {0, 1, 0}, least, "what cannot be is at the side, nominal is 0");
    assertEquals(Optional.empty(), three.point("the cube fell from the table"));
    assertEquals(Optional.empty(), three.point(""));
  }

  @Test
  void whatAParameterCannotBeIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> Parameter.PHYSICS_MASS.parse("uniform(0, 1)"));
    assertEquals(
        "expected numbers from 0.01 to 100.0, found uniform(0.0, 1.0)", error.getMessage());
  }
}
