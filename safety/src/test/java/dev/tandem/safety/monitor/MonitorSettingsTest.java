package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.Channel;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorSettingsTest {
  private static final MonitorConfig CONFIG = Watched.CONFIG;

  /** Every number of every group of figures, by its name. */
  static Stream<Arguments> figures() {
    return Stream.of(
            CONFIG.lines(), CONFIG.drives(), CONFIG.timing(), CONFIG.joints(), CONFIG.tool())
        .flatMap(
            group ->
                Stream.of(group.getClass().getRecordComponents())
                    .filter(component -> component.getType().isPrimitive())
                    .map(component -> Arguments.of(group, component.getName())));
  }

  /** The same group with one figure changed. */
  private static Object with(Record group, String name, int value)
      throws ReflectiveOperationException {
    RecordComponent[] components = group.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          components[i].getName().equals(name) ? value : components[i].getAccessor().invoke(group);
    }
    Constructor<?> constructor = group.getClass().getDeclaredConstructor(types);
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyFigureMustBeMoreThanNothing(Record group, String name) throws Exception {
    for (int value : new int[] {0, -1}) {
      String message =
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> with(group, name, value))
                  .getMessage());
      assertTrue(message.contains(name + " must be > 0, got " + value), message);
    }
    assertEquals(group.getClass(), with(group, name, 1).getClass());
  }

  /** Those of the fault matrix, which Watched holds; made here once more. */
  @Test
  void theDefaultsAreTheSameEveryTime() {
    assertEquals(CONFIG, MonitorConfig.defaults(CONFIG.tool().workspace()));
    assertEquals(1.5, MonitorConfig.defaults(CONFIG.tool().workspace()).personNearM());
  }

  @Test
  void aCellMayHaveEveryChannelThatIsWatchedBesideTheArm() {
    List<Channel> channels = Channels.ofCell();
    assertEquals(14, channels.size());
    assertEquals(Channel.of(Channels.E_STOP_A, "1"), channels.get(0));
    assertEquals(Channel.of(Channels.GRIPPER_PART, "1"), channels.get(13));
  }

  private static void assertRefused(String figure, Executable made) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, made).getMessage());
    assertTrue(message.contains(figure), message);
  }

  private static SeparationConfig separation(double... figures) {
    return new SeparationConfig(
        figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5})
  void noFigureOfTheSeparationIsNegative(int index) {
    double[] figures = {1.6, 0.1, 5, 0.1, 0.05, 0.01};
    figures[index] = -1e-9;
    assertRefused("separation: expected", () -> separation(figures));
    figures[index] = Double.NaN;
    assertRefused("separation: expected", () -> separation(figures));
    figures[index] = 0;
    assertEquals(5, separation(figures).decelerationMPerS2());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void aToolThatNeverStopsHasNoSeparation(double deceleration) {
    assertRefused(deceleration + " m/s2", () -> separation(1.6, 0.1, deceleration, 0, 0, 0));
  }

  private static List<Double> joints(int count, double figure) {
    return Collections.nCopies(count, figure);
  }

  @Test
  void aContactConfigurationHasAsManyJointsEverywhere() {
    assertRefused("2, 3, 3", () -> new ContactConfig(1, joints(2, 1), joints(3, 1), joints(3, 2)));
    assertRefused("3, 2, 3", () -> new ContactConfig(1, joints(3, 1), joints(2, 1), joints(3, 2)));
    assertRefused("3, 3, 2", () -> new ContactConfig(1, joints(3, 1), joints(3, 1), joints(2, 2)));
  }

  @Test
  void aContactIsMoreThanNothingAndACollisionMoreThanAContact() {
    assertRefused("joint 0", () -> new ContactConfig(1, joints(3, 1), joints(3, 0), joints(3, 2)));
    assertRefused(
        "joint 2",
        () -> new ContactConfig(1, joints(3, 1), joints(3, 1), Arrays.asList(2.0, 2.0, 1.0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void anObserverNeedsAGain(double gain) {
    assertRefused(
        "" + gain, () -> new ContactConfig(gain, joints(1, 1), joints(1, 1), joints(1, 2)));
  }
}
