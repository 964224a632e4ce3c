package dev.tandem.simbridge.world;

import java.util.List;

/**
 * Which loose things lie on the table of a {@link TableWorld}; all are boxes of 4 cm.
 *
 * @param name by which simulators know it
 * @param things by name; each is a block of channels, its centre
 */
public record TableScene(String name, List<String> things) {
  /** One cube. */
  public static final TableScene CUBE = new TableScene("cube", List.of("cube"));

  /** Boxes, each with a marked place of its colour. */
  public static final TableScene BOXES = new TableScene("boxes", List.of("red", "blue"));

  public TableScene {
    things = List.copyOf(things);
  }
}
