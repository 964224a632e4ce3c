package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.sac.CriticDraws;
import dev.tandem.policies.sac.SacConfig;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Draws the masks of the critics' hidden layers before each of their passes (DroQ, arXiv
 * 2110.02034); nothing when the variant has no dropout. Allocates nothing. The caller's thread.
 */
final class Dropout implements IntConsumer {
  private final double share;
  private final CriticDraws draws;
  private final float[] slab;
  private final int rows;
  private final Panels[][] masks;
  private final int[] all;
  private final int drawn;

  private int[] taking;
  private int first;
  private int layer;

  Dropout(SacConfig config, SacNetworks networks, CriticDraws draws) {
    this.share = config.critics().variant().dropout();
    this.draws = draws;
    this.slab = networks.kernels.slab();
    this.rows = config.batch().size();
    this.masks =
        Arrays.stream(networks.critics)
            .map(critic -> critic.masks().toArray(new Panels[0]))
            .toArray(Panels[][]::new);
    this.all = new int[masks.length];
    Arrays.setAll(all, i -> i);
    this.drawn = config.critics().targetSubsample();
    this.taking = all;
  }

  /** Masks of the target critics that {@code subsample} holds for critic step {@code step}. */
  void forTargets(int step, int[] subsample) {
    draw(CriticDraws.targetPass(step), subsample, step * drawn, drawn);
  }

  /** Masks of all critics. */
  void forCritics(int pass) {
    draw(pass, all, 0, all.length);
  }

  /** Forgets a unit of [critics][rows][width]. */
  @Override
  public void accept(int unit) {
    int width = masks[0][layer].columns();
    int row = unit / width % rows;
    Panels mask = masks[taking[first + unit / width / rows]][layer];
    slab[mask.at(row, unit % width)] = 0;
  }

  private void draw(int pass, int[] critics, int from, int count) {
    if (share == 0) {
      return;
    }
    taking = critics;
    first = from;
    for (layer = 0; layer < masks[0].length; layer++) {
      for (int i = from; i < from + count; i++) {
        Panels mask = masks[critics[i]][layer];
        Arrays.fill(slab, mask.offset(), mask.offset() + mask.size(), CriticDraws.scale(share));
      }
      int units = Math.multiplyExact(count * rows, masks[0][layer].columns());
      draws.forgotten(share, pass, layer, units, this);
    }
  }
}
