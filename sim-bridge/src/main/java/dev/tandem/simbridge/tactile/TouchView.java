package dev.tandem.simbridge.tactile;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.camera.CameraConfig;
import dev.tandem.simbridge.camera.RenderThread;
import dev.tandem.simbridge.camera.Sight;
import dev.tandem.simbridge.camera.VisibleWorld;
import java.util.List;

/**
 * What the pads of a world feel and show, as images: computed beside the world, on a thread of
 * their own, of copies of where pads and things are.
 */
public final class TouchView implements VisibleWorld, AutoCloseable {
  private final TactileWorld world;
  private final List<TouchConfig> configs;
  private final RenderThread thread;
  private final int bodies;

  /**
   * Starts the thread.
   *
   * @throws IllegalArgumentException when there is no such pad
   */
  public TouchView(TactileWorld world, List<TouchConfig> configs) {
    this.world = world;
    this.configs = List.copyOf(configs);
    this.bodies = world.pads().size() + world.things().size();
    this.thread = new RenderThread("touch", () -> new TouchRenderer(world, this.configs));
  }

  /** The images that there are, with their times. */
  public List<CameraConfig> images() {
    return configs.stream().map(TouchConfig::camera).toList();
  }

  @Override
  @HotPath
  public int poseSize() {
    return TactileWorld.BODY * bodies;
  }

  @Override
  @HotPath
  public void copyPose(double[] pose) {
    world.copyBodies(pose);
  }

  /** What is random of cameras is not of pads. */
  @Override
  public Sight under(Sight sight) {
    return Sight.NOMINAL;
  }

  @Override
  public RenderThread renderThread() {
    return thread;
  }

  @Override
  public void close() {
    thread.close();
  }
}
