package dev.tandem.app.bench;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.mujoco.MujocoCameras;
import dev.tandem.simbridge.mujoco.MujocoModel;
import dev.tandem.simbridge.mujoco.MujocoState;
import dev.tandem.simbridge.mujoco.RenderingUnavailableException;
import java.util.Optional;

/** Images a second of a model's cameras, rendered without a screen. */
final class CameraBench {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int WARM_UP_FRAMES = 5;

  private final MujocoModel model;
  private final int frames;
  private final Clock clock = new SystemClock();
  private Optional<String> problem = Optional.empty();

  CameraBench(MujocoModel model, int frames) {
    this.model = model;
    this.frames = frames;
  }

  /** Why there are no figures. */
  Optional<String> problem() {
    return problem;
  }

  /** Of square images; NaN where nothing can be rendered. */
  double framesPerSecond(String camera, int pixels) {
    MutableImage image = new MutableImage(new ImageSpec(camera, pixels, pixels, 3));
    try (MujocoState state = new MujocoState(model);
        MujocoCameras cameras = new MujocoCameras(state)) {
      state.resetToKey(0);
      state.step();
      for (int i = 0; i < WARM_UP_FRAMES; i++) {
        cameras.render(camera, image);
      }
      long start = clock.nanoTime();
      for (int i = 0; i < frames; i++) {
        cameras.render(camera, image);
      }
      return frames * NANOS_PER_SECOND / (clock.nanoTime() - start);
    } catch (RenderingUnavailableException e) {
      problem = Optional.of(String.valueOf(e.getMessage()));
      return Double.NaN;
    }
  }
}
