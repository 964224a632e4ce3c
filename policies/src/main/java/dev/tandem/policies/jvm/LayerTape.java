package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Norm;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.sac.Layers;

/**
 * What a layer's forward pass leaves for its backward pass, and what that leaves for the gradients;
 * all [rows][outputs]. Places that are not needed apart are one and the same.
 *
 * @param sum inputs times weights plus bias; after a norm the normal
 * @param before the activation
 * @param output after the activation
 * @param byOutput gradient by the output; after the activation's backward pass that by {@code
 *     before}
 * @param bySum gradient by the sum
 * @param places of a norm
 * @param mask that sums, and gradients by them, are multiplied by; no columns for no dropout
 */
record LayerTape(
    Panels sum,
    Panels before,
    Panels output,
    Panels byOutput,
    Panels bySum,
    Norm.Places places,
    Panels mask) {
  private static final Panels NO_MASK = new Panels(0, 0, 0);

  static LayerTape hidden(SlabPlan plan, int rows, int width, Layers settings, boolean forgetful) {
    boolean norm = settings.layerNorm();
    Panels sum = plan.panels(rows, width);
    Panels before = norm ? plan.panels(rows, width) : sum;
    // only this activation's slope needs what came in
    Panels output = settings.activation() == Activation.SILU ? plan.panels(rows, width) : before;
    Panels byOutput = plan.panels(rows, width);
    Panels bySum = norm ? plan.panels(rows, width) : byOutput;
    Norm.Places places = norm ? Norm.Places.of(plan, rows, width) : Norm.Places.NONE;
    Panels mask = forgetful ? plan.panels(rows, width) : NO_MASK;
    return new LayerTape(sum, before, output, byOutput, bySum, places, mask);
  }

  /** Of a layer without activation. */
  static LayerTape linear(SlabPlan plan, int rows, int width) {
    Panels sum = plan.panels(rows, width);
    Panels bySum = plan.panels(rows, width);
    return new LayerTape(sum, sum, sum, bySum, bySum, Norm.Places.NONE, NO_MASK);
  }
}
