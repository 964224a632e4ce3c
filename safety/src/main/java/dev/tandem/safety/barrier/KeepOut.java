package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/** A volume, fixed in the base frame, that no part of the arm may touch. */
public sealed interface KeepOut {
  /** Finds the nearest point to a segment; inside the volume the distance is negative. */
  void nearest(double[] from, double[] to, Nearest out);

  /** A ball. */
  record Ball(double[] centreMetres, double radiusMetres) implements KeepOut {
    public Ball {
      centreMetres = centreMetres.clone();
    }

    @Override
    @HotPath
    public void nearest(double[] from, double[] to, Nearest out) {
      out.segments(from, to, centreMetres, centreMetres);
      out.shrink(radiusMetres);
    }
  }

  /** A segment with a radius. */
  record Capsule(double[] fromMetres, double[] toMetres, double radiusMetres) implements KeepOut {
    public Capsule {
      fromMetres = fromMetres.clone();
      toMetres = toMetres.clone();
    }

    @Override
    @HotPath
    public void nearest(double[] from, double[] to, Nearest out) {
      out.segments(from, to, fromMetres, toMetres);
      out.shrink(radiusMetres);
    }
  }

  /** An upright box with sides along the base axes. */
  record Box(double[] minMetres, double[] maxMetres) implements KeepOut {
    public Box {
      minMetres = minMetres.clone();
      maxMetres = maxMetres.clone();
    }

    @Override
    @HotPath
    public void nearest(double[] from, double[] to, Nearest out) {
      BoxDistance.nearest(from, to, minMetres, maxMetres, out);
    }
  }
}
