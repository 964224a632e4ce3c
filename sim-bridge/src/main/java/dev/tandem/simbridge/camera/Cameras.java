package dev.tandem.simbridge.camera;

import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.ImageSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that sees, in the order of the observation's image slots. One thread. */
public final class Cameras {
  /** Of a world that nobody looks at. */
  public static final Cameras NONE = new Cameras(List.of());

  private final List<View> views;
  private List<Camera> cameras = List.of();
  private final List<Encoded> encoded = new ArrayList<>();
  private List<PictureEncoding> encodings = List.of();

  /** A camera, and what it is in. */
  private record View(CameraConfig config, VisibleWorld world) {}

  /** What says what some of the pictures show, and where in the observation. */
  private record Encoded(ImageEncoder by, int firstChannel) {}

  private Cameras(List<View> views) {
    this.views = List.copyOf(views);
  }

  /**
   * Looks whether there are such cameras and pictures can be made of them.
   *
   * @throws IllegalArgumentException when a camera is not there, or twice
   * @throws RuntimeException what the world throws when no pictures can be made
   */
  public static Cameras of(List<CameraConfig> configs, VisibleWorld world) {
    return NONE.and(configs, world);
  }

  /** These and then others; throws as {@link #of}. */
  public Cameras and(List<CameraConfig> configs, VisibleWorld world) {
    List<View> all = new ArrayList<>(views);
    Set<String> names = new HashSet<>(images().stream().map(ImageSpec::name).toList());
    for (CameraConfig config : configs) {
      world.renderThread().require(config.image());
      if (!names.add(config.image().name())) {
        throw new IllegalArgumentException(
            "cameras: expected each once, found " + config.image().name() + " twice");
      }
      all.add(new View(config, world));
    }
    return new Cameras(all);
  }

  /** What the observation needs slots for. */
  public List<ImageSpec> images() {
    return configs().stream().map(CameraConfig::image).toList();
  }

  /** The same with their times. */
  public List<CameraConfig> configs() {
    return views.stream().map(View::config).toList();
  }

  /**
   * Lets an encoder say what pictures show, from the next {@link #sensors} on, beside those that do
   * already.
   *
   * @param channel of the observation, the first of {@link PictureEncoding#channels}
   * @throws IllegalArgumentException when there is no such camera, or of another size
   */
  public void encodeWith(ImageEncoder by, int channel) {
    slots(by);
    encoded.add(new Encoded(by, channel));
  }

  /** Where the observation has the encoder's images. */
  private int[] slots(ImageEncoder by) {
    List<ImageSpec> there = images();
    int[] slots = by.images().stream().mapToInt(there::indexOf).toArray();
    for (int slot : slots) {
      if (slot < 0) {
        throw new IllegalArgumentException(
            "cameras: expected those of the encoder, %s, found %s"
                .formatted(words(by.images()), words(there)));
      }
    }
    return slots;
  }

  private static List<String> words(List<ImageSpec> images) {
    return images.stream()
        .map(image -> image.name() + " of " + image.width() + " x " + image.height())
        .toList();
  }

  /**
   * The cameras for one loop, which replace those for the loop before, and what encodes their
   * pictures.
   *
   * @param waits whether a tick waits for the pictures that are due: in simulated time only
   */
  public List<Sensor> sensors(boolean waits) {
    cameras.forEach(Camera::close);
    encodings.forEach(PictureEncoding::close);
    List<Camera> made = new ArrayList<>();
    for (View view : views) {
      made.add(new Camera(view.config(), made.size(), view.world(), waits));
    }
    cameras = List.copyOf(made);
    encodings =
        encoded.stream()
            .map(e -> new PictureEncoding(e.by(), slots(e.by()), e.firstChannel(), waits))
            .toList();
    List<Sensor> sensors = new ArrayList<>(cameras);
    sensors.addAll(encodings);
    return sensors;
  }

  /**
   * A new episode; the world was put back.
   *
   * @param seed of what is random of the cameras
   */
  public void begin(Sight sight, long seed) {
    cameras.forEach(camera -> camera.begin(sight, seed));
    encodings.forEach(PictureEncoding::begin);
  }
}
