package dev.tandem.policies.encoder;

import java.util.ArrayList;
import java.util.List;

/** Pictures of all cameras at one moment each, with the numbers that were true at that moment. */
public final class LabelledPictures {
  private final EncoderShape shape;
  private final List<byte[][]> pictures = new ArrayList<>();
  private final List<float[]> labels = new ArrayList<>();

  public LabelledPictures(EncoderShape shape) {
    this.shape = shape;
  }

  /**
   * Takes both over; nobody may change them afterwards.
   *
   * @param pixels of each camera, uint8 [image][row][column][depth]
   * @param numbers [number]
   */
  public void add(byte[][] pixels, float[] numbers) {
    for (int i = 0; i < shape.images().size(); i++) {
      int expected = shape.images().get(i).bytes();
      if (pixels[i].length != expected) {
        throw new IllegalArgumentException(
            "camera %s: expected %d bytes a picture, found %d"
                .formatted(shape.images().get(i).name(), expected, pixels[i].length));
      }
    }
    if (numbers.length != shape.numbers().size()) {
      throw new IllegalArgumentException(
          "expected %d numbers, found %d".formatted(shape.numbers().size(), numbers.length));
    }
    pictures.add(pixels);
    labels.add(numbers);
  }

  public EncoderShape shape() {
    return shape;
  }

  public int size() {
    return pictures.size();
  }

  /** What was true at moment {@code index}, [number]. */
  public float[] numbers(int index) {
    return labels.get(index);
  }

  /** What was seen at moment {@code index}, [image][row][column][depth]. */
  public byte[][] pixels(int index) {
    return pictures.get(index);
  }
}
