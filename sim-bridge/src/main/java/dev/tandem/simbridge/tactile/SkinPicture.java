package dev.tandem.simbridge.tactile;

import dev.tandem.runtime.signal.ImageSpec;
import java.util.List;

/**
 * What a camera inside the finger sees of the pad's soft skin: how deep it is pressed in, smoothed
 * by a binomial filter over 5 x 5 pixels, seen in the light of a red, a green and a blue lamp that
 * stand around it, red at the right. What presses in is a bump from there: each of its slopes is
 * bright in the colour of the lamp that it faces. Untouched skin is even and grey.
 */
final class SkinPicture implements TactileImage {
  private static final int COLOURS = 3;
  private static final double[] BINOMIAL = {1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0};
  private static final double BACKGROUND = 110;
  private static final double BRIGHTNESS = 140;
  private static final double LAMP_HEIGHT_RAD = Math.PI / 4;

  private final Pad pad;
  private final int padBody;
  private final int firstThing;
  private final int rows;
  private final int columns;
  private final Approach[] things;
  private final double[] depth;
  private final double[] smooth;
  private final double[] lampX = new double[COLOURS];
  private final double[] lampY = new double[COLOURS];

  SkinPicture(PadPlace place, List<Shape> things, ImageSpec shape) {
    this.pad = place.pad();
    this.padBody = place.body();
    this.firstThing = place.firstThing();
    this.rows = shape.height();
    this.columns = shape.width();
    this.things = things.stream().map(Approach::new).toArray(Approach[]::new);
    this.depth = new double[rows * columns];
    this.smooth = new double[rows * columns];
    for (int colour = 0; colour < COLOURS; colour++) {
      double aroundRad = 2 * Math.PI * colour / COLOURS;
      lampX[colour] = Math.cos(LAMP_HEIGHT_RAD) * Math.cos(aroundRad);
      lampY[colour] = Math.cos(LAMP_HEIGHT_RAD) * Math.sin(aroundRad);
    }
  }

  @Override
  public void make(double[] bodies, byte[] pixels) {
    for (int i = 0; i < things.length; i++) {
      things[i].look(bodies, padBody, firstThing + i);
    }
    measure();
    blurRows();
    blurColumns();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        shade(row, column, pixels);
      }
    }
  }

  private void measure() {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double deepest = 0;
        for (Approach thing : things) {
          double x = pad.columnMetres(column, columns);
          deepest = Math.max(deepest, thing.depth(x, pad.rowMetres(row, rows)));
        }
        depth[row * columns + column] = deepest;
      }
    }
  }

  private void blurRows() {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int k = 0; k < BINOMIAL.length; k++) {
          int from = Math.clamp(column + k - 2L, 0, columns - 1);
          sum += BINOMIAL[k] * depth[row * columns + from];
        }
        smooth[row * columns + column] = sum;
      }
    }
  }

  private void blurColumns() {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int k = 0; k < BINOMIAL.length; k++) {
          int from = Math.clamp(row + k - 2L, 0, rows - 1);
          sum += BINOMIAL[k] * smooth[from * columns + column];
        }
        depth[row * columns + column] = sum;
      }
    }
  }

  /** By Lambert's law, less what an even skin sends back. */
  private void shade(int row, int column, byte[] pixels) {
    double slopeX = slope(row, column - 1, row, column + 1) * columns / pad.widthMetres();
    double slopeY = slope(row - 1, column, row + 1, column) * rows / pad.heightMetres();
    double length = Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
    double even = Math.sin(LAMP_HEIGHT_RAD);
    for (int colour = 0; colour < COLOURS; colour++) {
      double facing = even - slopeX * lampX[colour] - slopeY * lampY[colour];
      double light = Math.max(0, facing / length) - even;
      long value = Math.round(BACKGROUND + BRIGHTNESS * light);
      pixels[(row * columns + column) * COLOURS + colour] = (byte) Math.clamp(value, 0, 255);
    }
  }

  /** Between two neighbours, per pixel; beyond the edge it goes on as it is there. */
  private double slope(int fromRow, int fromColumn, int toRow, int toColumn) {
    int distance = toRow - fromRow + toColumn - fromColumn;
    return (at(toRow, toColumn) - at(fromRow, fromColumn)) / distance;
  }

  private double at(int row, int column) {
    int inRow = Math.clamp(row, 0, rows - 1);
    return depth[inRow * columns + Math.clamp(column, 0, columns - 1)];
  }
}
