package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.camera.RenderThread;
import dev.tandem.simbridge.camera.VisibleWorld;
import java.util.EnumSet;
import java.util.Set;

/**
 * A world that is one state of a MuJoCo model of its own, with the model's cameras: what all of
 * them have, whatever they simulate. One thread.
 */
abstract class MujocoWorld implements Simulator, VisibleWorld {
  private final MujocoState state;
  private final MujocoCameras cameras;

  /**
   * Takes over a state and its model, which end with this.
   *
   * @param state that nobody else steps
   */
  MujocoWorld(MujocoState state) {
    this.state = state;
    this.cameras = new MujocoCameras(state);
  }

  final MujocoState state() {
    return state;
  }

  final MujocoModel model() {
    return state.model();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.CONTACT, Capability.CAMERA);
  }

  /** What a diverged arm observes means nothing, and says so: the safety gate stops for NaN. */
  @HotPath
  final void spoilIfDiverged(MutableObservation observation, int channels) {
    if (state.hasDiverged()) {
      for (int i = 0; i < channels; i++) {
        observation.set(i, Double.NaN);
      }
    }
  }

  /** Of a camera of the model; not on a control thread, as it waits. */
  @Override
  public final void render(String camera, MutableImage image) {
    cameras.render(camera, image);
  }

  @Override
  @HotPath
  public final int poseSize() {
    return cameras.poseSize();
  }

  @Override
  @HotPath
  public final void copyPose(double[] pose) {
    cameras.copyPose(pose);
  }

  @Override
  public final RenderThread renderThread() {
    return cameras.renderThread();
  }

  @Override
  public void close() {
    cameras.close();
    state.close();
    state.model().close();
  }
}
