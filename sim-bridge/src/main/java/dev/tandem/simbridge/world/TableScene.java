package dev.tandem.simbridge.world;

import java.util.List;

/**
 * What lies on the table of a {@link TableWorld}.
 *
 * @param name by which simulators know it
 * @param things by name; each is a block of channels, its centre
 * @param cable that ends in the first of the things, or none; the centres of its links are the last
 *     block of channels, {@code cable}
 */
public record TableScene(String name, List<String> things, Cable cable) {
  /** One loose cube of 4 cm. */
  public static final TableScene CUBE = new TableScene("cube", List.of("cube"), Cable.NONE);

  /** Loose boxes of 4 cm, each with a marked place of its colour. */
  public static final TableScene BOXES =
      new TableScene("boxes", List.of("red", "blue"), Cable.NONE);

  /** A cable with a plug of 24 mm, and two clips. */
  public static final TableScene CABLE =
      new TableScene("cable", List.of("plug"), new Cable(0.28, 0, 10, 0.028));

  public TableScene {
    things = List.copyOf(things);
  }
}
