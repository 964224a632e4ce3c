package dev.tandem.simbridge.tactile;

import java.util.List;

/** A world whose pads can be asked what they feel. */
public interface TouchableWorld {
  /**
   * What its pads feel and show, from now on; ends with the world, or when asked for something
   * else.
   *
   * @throws IllegalArgumentException when there is no such pad
   */
  TouchView touch(List<TouchConfig> configs);
}
