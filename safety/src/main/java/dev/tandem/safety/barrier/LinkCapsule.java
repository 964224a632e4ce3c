package dev.tandem.safety.barrier;

/**
 * A segment with a radius that encloses part of a link.
 *
 * @param joint whose body carries it
 * @param fromMetres one end in the joint's frame, [3]
 * @param toMetres the other
 * @param radiusMetres may be 0
 */
public record LinkCapsule(int joint, double[] fromMetres, double[] toMetres, double radiusMetres) {
  public LinkCapsule {
    fromMetres = fromMetres.clone();
    toMetres = toMetres.clone();
    if (joint < 0 || fromMetres.length != 3 || toMetres.length != 3 || !(radiusMetres >= 0)) {
      throw new IllegalArgumentException(
          "a capsule needs a joint >= 0, two points and radiusMetres >= 0, got joint "
              + joint
              + ", radius "
              + radiusMetres);
    }
  }
}
