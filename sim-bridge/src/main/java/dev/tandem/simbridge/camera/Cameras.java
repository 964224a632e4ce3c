package dev.tandem.simbridge.camera;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.ImageSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All cameras of one world, in the order of the observation's image slots. One thread. */
public final class Cameras {
  /** Of a world that nobody looks at. */
  public static final Cameras NONE = new Cameras(List.of(), null);

  private final List<CameraConfig> configs;
  private final @Nullable VisibleWorld world;
  private List<Camera> cameras = List.of();

  private Cameras(List<CameraConfig> configs, @Nullable VisibleWorld world) {
    this.configs = List.copyOf(configs);
    this.world = world;
  }

  /**
   * Looks whether there are such cameras and pictures can be made of them.
   *
   * @throws IllegalArgumentException when a camera is not there, or twice
   * @throws RuntimeException what the world throws when no pictures can be made
   */
  public static Cameras of(List<CameraConfig> configs, VisibleWorld world) {
    Set<String> names = new HashSet<>();
    for (CameraConfig config : configs) {
      world.renderThread().require(config.image());
      if (!names.add(config.image().name())) {
        throw new IllegalArgumentException(
            "cameras: expected each once, found " + config.image().name() + " twice");
      }
    }
    return new Cameras(configs, world);
  }

  /** What the observation needs slots for. */
  public List<ImageSpec> images() {
    return configs.stream().map(CameraConfig::image).toList();
  }

  /**
   * The cameras for one loop, which replace those for the loop before.
   *
   * @param waits whether a tick waits for the pictures that are due: in simulated time only
   */
  public List<Sensor> sensors(boolean waits) {
    cameras.forEach(Camera::close);
    List<Camera> made = new ArrayList<>();
    if (world != null) {
      for (CameraConfig config : configs) {
        made.add(new Camera(config, made.size(), world, waits));
      }
    }
    cameras = List.copyOf(made);
    return List.copyOf(made);
  }

  /**
   * A new episode; the world was put back.
   *
   * @param seed of what is random of the cameras
   */
  public void begin(Sight sight, long seed) {
    cameras.forEach(camera -> camera.begin(sight, seed));
  }
}
