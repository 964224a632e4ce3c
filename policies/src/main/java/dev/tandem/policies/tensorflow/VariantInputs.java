package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.CriticDraws;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.SacConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What an update of a variant of the critics is fed beside {@link SacInputs}; plain ones nothing.
 */
final class VariantInputs {
  /**
   * A placeholder and what fills it.
   *
   * @param fill writes everything that the placeholder takes in one update
   */
  record Feed(Placeholder<TFloat32> placeholder, Fill fill) {}

  /** Writes what {@code draws} hold. */
  interface Fill {
    void from(CriticDraws draws, float[] out);
  }

  private final FloatOps f;
  private final SacConfig config;
  private final List<Feed> returns = new ArrayList<>();
  private final List<Feed> masks = new ArrayList<>();

  VariantInputs(Ops tf, SacConfig config) {
    this.f = new FloatOps(tf);
    this.config = config;
    if (config.critics().variant() instanceof CriticVariant.DsacT) {
      returns.add(new Feed(floats(config.batch().rows()), this::drawReturns));
    }
    if (config.critics().variant().dropout() > 0) {
      for (int layer = 0; layer < config.critics().layers().hidden().size(); layer++) {
        masks.add(maskFeed(layer));
      }
    }
  }

  List<Feed> feeds() {
    List<Feed> all = new ArrayList<>(returns);
    all.addAll(masks);
    return all;
  }

  /** Standard normal, [rows of a critic step]. */
  Operand<TFloat32> returns(int step) {
    int size = config.batch().size();
    return f.rows(returns.get(0).placeholder(), step * size, size);
  }

  /**
   * What each hidden layer of the critics is multiplied by, [critics][rows][width]; none without
   * dropout.
   *
   * @param pass as {@link CriticDraws} counts them
   */
  List<Operand<TFloat32>> masks(int pass) {
    return masks.stream()
        .map(layer -> f.rows(layer.placeholder(), criticsBefore(pass), critics(pass)))
        .toList();
  }

  private Feed maskFeed(int layer) {
    int width = config.critics().layers().hidden().get(layer);
    int all = criticsBefore(passes());
    return new Feed(
        floats(all, config.batch().size(), width),
        (draws, out) -> drawMasks(draws, layer, width, out));
  }

  private void drawReturns(CriticDraws draws, float[] out) {
    int size = config.batch().size();
    for (int step = 0; step < config.batch().updatesPerStep(); step++) {
      draws.returns(step, out, step * size, size);
    }
  }

  private void drawMasks(CriticDraws draws, int layer, int width, float[] out) {
    int each = config.batch().size() * width;
    double share = config.critics().variant().dropout();
    Arrays.fill(out, CriticDraws.scale(share));
    for (int pass = 0; pass < passes(); pass++) {
      int at = criticsBefore(pass) * each;
      draws.forgotten(share, pass, layer, critics(pass) * each, unit -> out[at + unit] = 0);
    }
  }

  private int passes() {
    return CriticDraws.actorPass(config.batch().updatesPerStep()) + 1;
  }

  /** Critics in all passes before {@code pass}: a step has its targets' and its critics'. */
  private int criticsBefore(int pass) {
    int step = config.critics().targetSubsample() + config.critics().count();
    int last = CriticDraws.actorPass(config.batch().updatesPerStep());
    if (pass > last) {
      return criticsBefore(last) + config.critics().count();
    }
    return pass / 2 * step + (pass % 2 == 0 ? 0 : config.critics().targetSubsample());
  }

  private int critics(int pass) {
    return criticsBefore(pass + 1) - criticsBefore(pass);
  }

  private Placeholder<TFloat32> floats(long... shape) {
    return f.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
  }
}
