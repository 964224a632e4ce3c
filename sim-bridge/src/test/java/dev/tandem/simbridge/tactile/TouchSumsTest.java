package dev.tandem.simbridge.tactile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.simbridge.camera.CameraConfig;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TouchSumsTest {
  private static final int COLUMNS = 4;
  private static final int ROWS = 2;
  private static final Gel SOFT = new Gel(1e6, 1, 1e6, 2);

  private final byte[][] pixels = new byte[2][COLUMNS * ROWS * 3 * Float.BYTES];
  private final TouchSums sums = sums(SOFT, COLUMNS);

  private static TouchSums sums(Gel gel, int columns) {
    return new TouchSums(List.of(pad("left", gel, columns), pad("right", gel, columns)));
  }

  private static TouchConfig pad(String name, Gel gel, int columns) {
    ImageSpec grid = TouchConfig.forces(name + "_forces", columns, ROWS);
    return new TouchConfig(name, gel, new CameraConfig(grid, 1, 0));
  }

  private void press(int pad, int column, int row, float... newtons) {
    ByteBuffer forces = ByteBuffer.wrap(pixels[pad]).order(ByteOrder.LITTLE_ENDIAN);
    for (int axis = 0; axis < 3; axis++) {
      forces.putFloat(((row * COLUMNS + column) * 3 + axis) * Float.BYTES, newtons[axis]);
    }
  }

  private float[] told() {
    float[] numbers = new float[sums.names().size()];
    sums.encode(pixels, numbers);
    return numbers;
  }

  @Test
  void nothingPressedIsNothing() {
    assertArrayEquals(new float[10], told());
    press(0, 1, 1, -0f, -0f, -0f);
    assertArrayEquals(new float[10], told());
  }

  @Test
  void eachPadHasItsForcesInTenNewtonsAndTheMiddleOfWhatPresses() {
    press(1, 0, 0, 0.5f, -1, 3);
    press(1, 3, 1, 0.5f, -1, 1);
    assertArrayEquals(
        new float[] {0, 0, 0, 0, 0, 0.4f, 0.1f, -0.2f, -0.375f, -0.25f}, told(), 1e-6f);
  }

  @Test
  void whatPressesTooHardIsCutOff() {
    press(0, 2, 1, -70, 70, 70);
    assertArrayEquals(new float[] {2, -2, 2, 0.25f, 0.5f}, Arrays.copyOf(told(), 5), 1e-6f);
  }

  @Test
  void theNamesAreThoseOfThePads() {
    assertEquals(
        List.of("left.normal", "left.shear_x", "left.shear_y", "left.centre_x", "left.centre_y"),
        sums.names().subList(0, 5));
    assertEquals("right.centre_y", sums.names().get(9));
  }

  @Test
  void anotherSkinOrGridIsAnotherTouch() {
    assertEquals(sums.fingerprint(), sums(SOFT, COLUMNS).fingerprint());
    assertNotEquals(sums.fingerprint(), sums(SOFT, COLUMNS + 1).fingerprint());
    Gel firm = new Gel(2e6, 1, 1e6, 2);
    assertNotEquals(sums.fingerprint(), sums(firm, COLUMNS).fingerprint());
  }

  @Test
  void aPictureIsRefused() {
    CameraConfig picture = new CameraConfig(TouchConfig.picture("left_picture", 4, 4), 1, 0);
    List<TouchConfig> pads = List.of(new TouchConfig("left", SOFT, picture));
    assertThrows(IllegalArgumentException.class, () -> new TouchSums(pads));
  }
}
