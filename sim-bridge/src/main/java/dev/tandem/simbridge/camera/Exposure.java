package dev.tandem.simbridge.camera;

import java.util.concurrent.atomic.AtomicReference;

/**
 * One picture on its way, in a preallocated place. Who may touch it follows from its stage: the
 * control thread what is {@link Stage#FREE} or {@link Stage#DEVELOPED}, the render thread what is
 * {@link Stage#BUSY}, and whoever takes it first what is {@link Stage#EXPOSED}.
 */
final class Exposure {
  /** Goes round in this order. */
  enum Stage {
    FREE,
    EXPOSED,
    BUSY,
    DEVELOPED
  }

  final AtomicReference<Stage> stage = new AtomicReference<>(Stage.FREE);
  final double[] pose;
  final byte[] pixels;
  Appearance appearance = Appearance.NOMINAL;
  long stampNanos;
  long dueNanos;

  Exposure(int poseSize, int bytes) {
    this.pose = new double[poseSize];
    this.pixels = new byte[bytes];
  }
}
