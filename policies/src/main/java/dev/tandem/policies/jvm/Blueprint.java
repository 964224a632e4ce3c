package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.sac.CriticShape;
import dev.tandem.policies.sac.Layers;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the weights of a network stand, counted from the network's own start: the same for the
 * weights, their gradients, moments and targets.
 *
 * @param layers from the input on
 * @param value what comes after the layers of a critic with one output; others have none
 * @param size of all, in values
 * @param followed whether targets follow the weights
 * @param forgetful whether hidden layers drop out units
 */
record Blueprint(
    List<DenseWeights> layers, ValueWeights value, int size, boolean followed, boolean forgetful) {
  /** Hidden layers, then one whose columns are the means and the logarithms of the deviations. */
  static Blueprint of(ActorShape shape) {
    Layers hidden = new Layers(shape.hidden(), shape.activation(), shape.layerNorm());
    List<DenseWeights> layers = hidden(shape.features(), hidden);
    int width = layers.get(layers.size() - 1).panels().columns();
    layers.add(DenseWeights.at(end(layers), width, 2 * shape.actions(), false));
    return new Blueprint(layers, noValue(layers), end(layers), false, false);
  }

  /** One critic of the ensemble. */
  static Blueprint of(CriticShape shape) {
    List<DenseWeights> layers = hidden(shape.inputs(), shape.layers());
    int width = layers.get(layers.size() - 1).panels().columns();
    boolean forgetful = shape.variant().dropout() > 0;
    if (shape.outputs() > 1) {
      layers.add(DenseWeights.at(end(layers), width, shape.outputs(), false));
      return new Blueprint(layers, noValue(layers), end(layers), true, forgetful);
    }
    ValueWeights value = new ValueWeights(new Panels(end(layers), 1, width));
    return new Blueprint(layers, value, end(layers) + value.size(), true, forgetful);
  }

  boolean hasValue() {
    return value.row().columns() > 0;
  }

  private static ValueWeights noValue(List<DenseWeights> layers) {
    return new ValueWeights(new Panels(end(layers), 0, 0));
  }

  private static List<DenseWeights> hidden(int inputs, Layers settings) {
    List<DenseWeights> layers = new ArrayList<>();
    int width = inputs;
    for (int next : settings.hidden()) {
      layers.add(DenseWeights.at(end(layers), width, next, settings.layerNorm()));
      width = next;
    }
    return layers;
  }

  private static int end(List<DenseWeights> layers) {
    if (layers.isEmpty()) {
      return 0;
    }
    Panels last = layers.get(layers.size() - 1).panels();
    return last.offset() + last.size();
  }
}
