package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.signal.MutableImage;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The cameras of a model, rendered without a screen on a thread of their own, to which the OpenGL
 * context belongs. Nobody may step the state while it is rendered; whoever steps it asks, and waits
 * until the image is there.
 */
public final class MujocoCameras implements AutoCloseable {
  private final MujocoState state;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("cameras").unstarted(work));
  private @Nullable Darkroom darkroom;

  /** Makes nothing until something is rendered. */
  public MujocoCameras(MujocoState state) {
    this.state = state;
  }

  /**
   * Renders what a camera sees, with the state's time as its stamp.
   *
   * @throws RenderingUnavailableException where nothing can be rendered
   */
  public void render(String camera, MutableImage image) {
    await(
        () -> {
          Darkroom room = darkroom == null ? new Darkroom(state) : darkroom;
          darkroom = room;
          room.render(camera, image);
          return image;
        });
  }

  private void await(Callable<?> work) {
    Future<?> done = thread.submit(work);
    try {
      done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rendering", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException own
          ? own
          : new IllegalStateException("rendering failed", e);
    }
  }

  @Override
  public void close() {
    await(
        () -> {
          if (darkroom != null) {
            darkroom.close();
          }
          return this;
        });
    thread.shutdown();
  }
}
