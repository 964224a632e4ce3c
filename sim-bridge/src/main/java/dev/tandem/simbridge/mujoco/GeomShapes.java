package dev.tandem.simbridge.mujoco;

import dev.tandem.simbridge.tactile.Shape;

/** The shapes of a model's geoms. */
final class GeomShapes {
  private static final int SIZES = 3;

  private final MujocoModel model;
  private final int[] types;
  private final double[] sizes;

  GeomShapes(MujocoModel model) {
    this.model = model;
    this.types = model.integers("geom_type", model.count("ngeom"));
    this.sizes = model.numbers("geom_size", SIZES * model.count("ngeom"));
  }

  /** Half the extent of a box along an axis of its own, metres. */
  double half(int geom, int axis) {
    return sizes[SIZES * geom + axis];
  }

  /** Throws {@link ModelException} for what is no primitive with a surface. */
  Shape of(int geom) {
    double first = half(geom, 0);
    double second = half(geom, 1);
    if (is(geom, "mjGEOM_BOX")) {
      return new Shape.Box(first, second, half(geom, 2));
    }
    if (is(geom, "mjGEOM_SPHERE")) {
      return new Shape.Sphere(first);
    }
    if (is(geom, "mjGEOM_CAPSULE")) {
      return new Shape.Capsule(first, second);
    }
    if (is(geom, "mjGEOM_CYLINDER")) {
      return new Shape.Cylinder(first, second);
    }
    throw new ModelException(
        "touch",
        "expected a box, sphere, capsule or cylinder, found geom "
            + geom
            + " of MuJoCo's type "
            + types[geom]);
  }

  private boolean is(int geom, String kind) {
    return types[geom] == model.library().layout().at(kind);
  }
}
