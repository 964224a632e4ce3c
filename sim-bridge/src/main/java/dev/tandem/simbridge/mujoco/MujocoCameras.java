package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.camera.RenderThread;
import dev.tandem.simbridge.camera.VisibleWorld;
import org.jspecify.annotations.Nullable;

/**
 * The cameras of a state, rendered without a screen. Whoever steps the state has them, and asks.
 */
public final class MujocoCameras implements VisibleWorld, AutoCloseable {
  private static final double NANOS_PER_SECOND = 1e9;

  private final MujocoState state;
  private final MujocoPose pose;
  private @Nullable RenderThread thread;

  /**
   * What renders on this machine, for people.
   *
   * @throws RenderingUnavailableException where nothing does
   */
  public static String rendering() {
    try (OpenGlContext context = OpenGlContext.open()) {
      return context.describe();
    }
  }

  /** Makes nothing until something is to be rendered. */
  public MujocoCameras(MujocoState state) {
    this.state = state;
    this.pose = new MujocoPose(state);
  }

  @Override
  @HotPath
  public int poseSize() {
    return pose.size();
  }

  @Override
  @HotPath
  public void copyPose(double[] to) {
    pose.read(to);
  }

  /**
   * Started when first asked for, with a copy of the model.
   *
   * @throws RenderingUnavailableException where nothing can be rendered
   */
  @Override
  public RenderThread renderThread() {
    RenderThread found = thread;
    if (found == null) {
      MujocoModel own = state.model().copy();
      found = new RenderThread("cameras", () -> new MujocoRenderer(own));
      thread = found;
    }
    return found;
  }

  /**
   * Renders what a camera sees now, with the state's time as its stamp, and waits for it.
   *
   * @throws RenderingUnavailableException where nothing can be rendered
   */
  public void render(String camera, MutableImage image) {
    ImageSpec wanted = image.spec();
    ImageSpec its = new ImageSpec(camera, wanted.width(), wanted.height(), wanted.depth());
    long stampNanos = Math.round(state.timeSeconds() * NANOS_PER_SECOND);
    renderThread().render(this, its, stampNanos, image);
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.close();
    }
  }
}
