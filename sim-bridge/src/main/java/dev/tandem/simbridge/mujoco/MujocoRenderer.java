package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.simbridge.camera.Appearance;
import dev.tandem.simbridge.camera.FrameRenderer;

/**
 * Renders what cameras see, in a model and a state of its own, so that the world goes on meanwhile
 * and its physics do not hang on how it looks.
 */
final class MujocoRenderer implements FrameRenderer {
  private static final int RGB = 3;

  private final MujocoModel model;
  private final MujocoState state;
  private final MujocoPose pose;
  private final MujocoLook look;
  private final RenderFunctions functions;
  private final OffScreen offScreen;
  private final Darkroom darkroom;
  private Appearance worn = Appearance.NOMINAL;

  /**
   * On the thread that renders.
   *
   * @param model its own, closed with it
   */
  MujocoRenderer(MujocoModel model) {
    this.model = model;
    this.state = new MujocoState(model);
    this.pose = new MujocoPose(state);
    this.look = new MujocoLook(model);
    this.functions = new RenderFunctions(model.library().functions());
    this.offScreen = OffScreen.of(model);
    this.darkroom = new Darkroom(state);
  }

  @Override
  public void require(ImageSpec camera) {
    model.id(MujocoModel.Kind.CAMERA, camera.name());
    int width = offScreen.width();
    int height = offScreen.height();
    if (camera.depth() != RGB || camera.width() > width || camera.height() > height) {
      throw new IllegalArgumentException(
          "cameras: %s: expected %d values a pixel and at most %dx%d pixels, found %d and %dx%d"
              .formatted(
                  camera.name(),
                  RGB,
                  width,
                  height,
                  camera.depth(),
                  camera.width(),
                  camera.height()));
    }
  }

  @Override
  public void render(double[] at, Appearance appearance, ImageSpec camera, byte[] pixels) {
    if (!appearance.equals(worn)) {
      look.wear(appearance);
      worn = appearance;
    }
    pose.write(at);
    functions.derivePlaces(state);
    darkroom.render(camera, pixels);
  }

  @Override
  public void close() {
    darkroom.close();
    state.close();
    model.close();
  }
}
