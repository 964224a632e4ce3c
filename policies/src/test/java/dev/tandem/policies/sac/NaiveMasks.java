package dev.tandem.policies.sac;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The masks of one call, each drawn whole. */
final class NaiveMasks {
  private final SacConfig config;
  private final int rows;
  private final CriticDraws draws;
  private final Map<Place, float[]> drawn = new HashMap<>();

  private record Place(int pass, int layer) {}

  NaiveMasks(SacConfig config, int rows, CriticDraws draws) {
    this.config = config;
    this.rows = rows;
    this.draws = draws;
  }

  /**
   * The mask of one critic and row.
   *
   * @param critics that take part in {@code pass}
   */
  NaiveNetwork.Mask of(int pass, int critics, int critic, int row) {
    double share = config.critics().variant().dropout();
    if (share == 0) {
      return NaiveNetwork.Mask.NONE;
    }
    return (layer, unit) -> {
      int width = config.critics().layers().hidden().get(layer);
      float[] all =
          drawn.computeIfAbsent(
              new Place(pass, layer), place -> draw(place, critics * rows * width));
      return all[(critic * rows + row) * width + unit];
    };
  }

  private float[] draw(Place place, int units) {
    double share = config.critics().variant().dropout();
    float[] mask = new float[units];
    Arrays.fill(mask, CriticDraws.scale(share));
    draws.forgotten(share, place.pass, place.layer, units, unit -> mask[unit] = 0);
    return mask;
  }
}
