package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.sac.CriticShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where in the slab the values of a {@link ParameterLayout} stand, for exports and restores. */
final class WeightPlaces {
  /**
   * An array within its network.
   *
   * @param row of its first value
   * @param column of its first value
   * @param sideways true: its rows lie side by side
   */
  private record Place(Panels panels, int row, int column, boolean sideways) {
    int at(int down, int across) {
      return sideways ? panels.at(row, column + down) : panels.at(row + down, column + across);
    }
  }

  /** Takes note of a value: its index in the flat array and its place in the slab. */
  private interface Visitor {
    void visit(int index, int place);
  }

  private final ParameterLayout layout;
  private final Map<String, Place> places = new HashMap<>();

  private WeightPlaces(ParameterLayout layout) {
    this.layout = layout;
  }

  static WeightPlaces of(ActorShape shape) {
    WeightPlaces all = new WeightPlaces(shape.layout());
    List<DenseWeights> layers = Blueprint.of(shape).layers();
    all.addHidden(layers.subList(0, layers.size() - 1));
    DenseWeights head = layers.get(layers.size() - 1);
    all.add("mean", head, 0);
    all.add("logStd", head, shape.actions());
    return all;
  }

  static WeightPlaces of(CriticShape shape) {
    WeightPlaces all = new WeightPlaces(shape.layout());
    Blueprint blueprint = Blueprint.of(shape);
    if (!blueprint.hasValue()) {
      int hidden = blueprint.layers().size() - 1;
      all.addHidden(blueprint.layers().subList(0, hidden));
      all.add("value", blueprint.layers().get(hidden), 0);
      return all;
    }
    all.addHidden(blueprint.layers());
    all.places.put("value.weights", new Place(blueprint.value().row(), 0, 0, true));
    Panels bias = new Panels(blueprint.value().bias(), 1, 1);
    all.places.put("value.bias", new Place(bias, 0, 0, false));
    return all;
  }

  ParameterLayout layout() {
    return layout;
  }

  /**
   * The values in the order of the layout.
   *
   * @param starts of each network of the ensemble
   */
  float[] read(float[] slab, int[] starts) {
    float[] flat = new float[layout.size()];
    visit(starts, (index, place) -> flat[index] = slab[place]);
    return flat;
  }

  void write(float[] flat, float[] slab, int[] starts) {
    visit(starts, (index, place) -> slab[place] = flat[index]);
  }

  private void visit(int[] starts, Visitor visitor) {
    for (ParameterLayout.Piece piece : layout.pieces()) {
      int size = piece.size() / starts.length;
      for (int network = 0; network < starts.length; network++) {
        visit(piece, piece.offset() + network * size, starts[network], size, visitor);
      }
    }
  }

  private void visit(ParameterLayout.Piece piece, int index, int start, int size, Visitor visitor) {
    Place place = places.get(piece.name());
    if (place == null) {
      throw new IllegalStateException("no place for " + piece.name());
    }
    int columns = piece.shape()[piece.shape().length - 1];
    for (int i = 0; i < size; i++) {
      visitor.visit(index + i, start + place.at(i / columns, i % columns));
    }
  }

  private void addHidden(List<DenseWeights> layers) {
    for (int i = 0; i < layers.size(); i++) {
      DenseWeights layer = layers.get(i);
      add("hidden." + i, layer, 0);
      places.put("hidden." + i + ".gain", new Place(layer.panels(), layer.gainRow(), 0, false));
      places.put("hidden." + i + ".shift", new Place(layer.panels(), layer.shiftRow(), 0, false));
    }
  }

  private void add(String name, DenseWeights layer, int column) {
    places.put(name + ".weights", new Place(layer.panels(), 0, column, false));
    places.put(name + ".bias", new Place(layer.panels(), layer.biasRow(), column, false));
  }
}
