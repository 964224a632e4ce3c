package dev.tandem.simbridge.tactile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.MutableImage;
import org.junit.jupiter.api.Test;

class SkinPictureTest {
  private static final Gel GEL = new Gel(1, 0, 0, 0);
  private static final int BACKGROUND = 110;
  private static final int RED = 0;
  private static final int GREEN = 1;
  private static final int BLUE = 2;

  private static MutableImage picture(Shape thing, double x, double y, double z) {
    Pressed world = new Pressed(thing).thingAt(x, y, z);
    return world.image(TouchConfig.picture("pad", 40, 20), GEL);
  }

  private static int at(MutableImage image, int row, int column, int colour) {
    return image.get((row * 40 + column) * 3 + colour);
  }

  @Test
  void untouchedSkinIsEvenAndGrey() {
    MutableImage image = picture(new Shape.Sphere(0.01), 0, 0, 0.0101);
    for (int i = 0; i < image.spec().bytes(); i++) {
      assertEquals(BACKGROUND, image.get(i));
    }
  }

  @Test
  void skinThatIsPressedInEvenlyLooksUntouched() {
    MutableImage image = picture(new Shape.Box(0.1, 0.1, 0.02), 0, 0, 0.019);
    for (int i = 0; i < image.spec().bytes(); i++) {
      assertEquals(BACKGROUND, image.get(i));
    }
  }

  /** Seen from inside a dent is a bump; the red lamp stands at its right. */
  @Test
  void aBallsDentIsLitFromTheRightInRed() {
    MutableImage image = picture(new Shape.Sphere(0.01), 0.00025, 0.00025, 0.0095);
    int left = at(image, 10, 16, RED);
    int right = at(image, 10, 24, RED);
    assertTrue(left < BACKGROUND - 5, left + "");
    assertTrue(right > BACKGROUND + 5, right + "");
  }

  /** Green stands below at the left, blue above at the left. */
  @Test
  void theLowerSlopeOfADentIsGreenAndTheUpperOneBlue() {
    MutableImage image = picture(new Shape.Sphere(0.01), 0.00025, 0.00025, 0.0095);
    assertTrue(at(image, 6, 20, BLUE) > at(image, 6, 20, GREEN) + 10);
    assertTrue(at(image, 14, 20, GREEN) > at(image, 14, 20, BLUE) + 10);
  }

  @Test
  void aDeeperDentIsMoreColourful() {
    int shallow = at(picture(new Shape.Sphere(0.01), 0, 0, 0.0098), 10, 24, RED);
    int deep = at(picture(new Shape.Sphere(0.01), 0, 0, 0.0092), 10, 24, RED);
    assertTrue(deep > shallow + 3, deep + " of " + shallow);
  }
}
