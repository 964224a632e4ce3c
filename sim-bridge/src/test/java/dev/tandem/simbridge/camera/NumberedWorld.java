package dev.tandem.simbridge.camera;

import dev.tandem.runtime.signal.ImageSpec;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A world of one number, whose pictures are that number all over. Its renderer can be held up, and
 * can fail.
 */
public final class NumberedWorld implements VisibleWorld, AutoCloseable {
  public static final ImageSpec IMAGE = new ImageSpec("eye", 4, 3, 3);
  private static final int MOST_PICTURES = 1 << 20;

  final Semaphore mayRender = new Semaphore(MOST_PICTURES);
  final AtomicInteger rendered = new AtomicInteger();
  volatile boolean fails;
  volatile int brightness = 1;
  public double number;
  private final RenderThread thread = new RenderThread("eye", Renderer::new);

  /** From now on nothing is rendered before {@code mayRender} is released. */
  void holdUp() {
    mayRender.drainPermits();
  }

  @Override
  public int poseSize() {
    return 1;
  }

  @Override
  public void copyPose(double[] pose) {
    pose[0] = number;
  }

  @Override
  public RenderThread renderThread() {
    return thread;
  }

  @Override
  public void close() {
    mayRender.release(MOST_PICTURES);
    thread.close();
  }

  private final class Renderer implements FrameRenderer {
    @Override
    public void require(ImageSpec camera) {
      if (!camera.name().equals(IMAGE.name())) {
        throw new IllegalArgumentException("expected eye, found " + camera.name());
      }
    }

    @Override
    public void render(double[] pose, Appearance appearance, ImageSpec camera, byte[] pixels) {
      mayRender.acquireUninterruptibly();
      if (fails) {
        throw new IllegalStateException("the lamp is broken");
      }
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) (pose[0] * brightness + appearance.colour());
      }
      rendered.incrementAndGet();
    }

    @Override
    public void close() {}
  }
}
