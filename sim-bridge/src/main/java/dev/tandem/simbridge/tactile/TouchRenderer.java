package dev.tandem.simbridge.tactile;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.simbridge.camera.Appearance;
import dev.tandem.simbridge.camera.FrameRenderer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes what pads feel and show; how the world looks has no say in it. */
final class TouchRenderer implements FrameRenderer {
  private final Map<String, TactileImage> images = new HashMap<>();

  TouchRenderer(TactileWorld world, List<TouchConfig> configs) {
    List<Pad> pads = world.pads();
    List<Shape> things = world.things();
    for (TouchConfig config : configs) {
      int body = index(pads, config.pad());
      PadPlace place = new PadPlace(pads.get(body), body, pads.size());
      ImageSpec shape = config.camera().image();
      boolean forces = shape.values() == ImageSpec.Values.FLOAT32;
      images.put(
          shape.name(),
          forces
              ? new ForceField(place, config.gel(), things, shape)
              : new SkinPicture(place, things, shape));
    }
  }

  private static int index(List<Pad> pads, String name) {
    List<String> names = pads.stream().map(Pad::name).toList();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "touch: expected a pad of this world, one of " + names + ", found " + name);
    }
    return names.indexOf(name);
  }

  @Override
  public void require(ImageSpec camera) {
    image(camera);
  }

  private TactileImage image(ImageSpec wanted) {
    TactileImage found = images.get(wanted.name());
    if (found == null) {
      throw new IllegalArgumentException(
          "touch: expected one of " + images.keySet() + ", found " + wanted.name());
    }
    return found;
  }

  @Override
  public void render(double[] pose, Appearance appearance, ImageSpec camera, byte[] pixels) {
    image(camera).make(pose, pixels);
  }

  @Override
  public void close() {}
}
