package dev.tandem.simbridge.tactile;

import dev.tandem.runtime.signal.ImageSpec;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The force on each taxel of a pad, N: along the columns, along the rows, and into the pad. A taxel
 * is felt at its middle and stands for its share of the pad's area.
 */
final class ForceField implements TactileImage {
  private static final int AXES = 3;
  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private final Pad pad;
  private final int padBody;
  private final int firstThing;
  private final Gel gel;
  private final int rows;
  private final int columns;
  private final double areaM2;
  private final Approach[] things;
  private final double[] force = new double[AXES];

  ForceField(PadPlace place, Gel gel, List<Shape> things, ImageSpec shape) {
    this.pad = place.pad();
    this.padBody = place.body();
    this.firstThing = place.firstThing();
    this.gel = gel;
    this.rows = shape.height();
    this.columns = shape.width();
    this.areaM2 = pad.widthMetres() * pad.heightMetres() / (rows * columns);
    this.things = things.stream().map(Approach::new).toArray(Approach[]::new);
  }

  @Override
  public void make(double[] bodies, byte[] pixels) {
    for (int i = 0; i < things.length; i++) {
      things[i].look(bodies, padBody, firstThing + i);
    }
    for (int row = 0; row < rows; row++) {
      double y = pad.rowMetres(row, rows);
      for (int column = 0; column < columns; column++) {
        feel(pad.columnMetres(column, columns), y);
        put(pixels, (row * columns + column) * AXES);
      }
    }
  }

  private void feel(double x, double y) {
    force[0] = 0;
    force[1] = 0;
    force[2] = 0;
    for (Approach thing : things) {
      double depth = thing.depth(x, y);
      if (depth > 0) {
        add(thing, depth, thing.pressing(x, y));
      }
    }
  }

  private void add(Approach thing, double depth, double pressingMPerS) {
    double stiffened = Math.max(0, 1 + gel.dampingSPerM() * pressingMPerS);
    double normal = areaM2 * gel.stiffnessNPerM3() * depth * stiffened;
    double speed = Math.sqrt(square(thing.slip));
    double shear = Math.min(areaM2 * gel.shearNsPerM3() * speed, gel.friction() * normal);
    double perSpeed = speed > 0 ? shear / speed : 0;
    for (int k = 0; k < AXES; k++) {
      force[k] += normal * thing.outward[k] - perSpeed * thing.slip[k];
    }
  }

  private static double square(double[] vector) {
    return vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2];
  }

  /** The third is into the pad, so that what presses counts more than 0. */
  private void put(byte[] pixels, int index) {
    FLOATS.set(pixels, index * Float.BYTES, (float) force[0]);
    FLOATS.set(pixels, (index + 1) * Float.BYTES, (float) force[1]);
    FLOATS.set(pixels, (index + 2) * Float.BYTES, (float) -force[2]);
  }
}
