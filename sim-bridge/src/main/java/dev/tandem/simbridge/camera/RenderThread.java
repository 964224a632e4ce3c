package dev.tandem.simbridge.camera;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.camera.Exposure.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Develops what cameras expose, on a thread of its own, to which the renderer belongs. It looks for
 * work every millisecond, so that whoever exposes does not have to wake it.
 */
public final class RenderThread implements AutoCloseable {
  private static final long IDLE_NANOS = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final FrameRenderer.Maker maker;
  private final CompletableFuture<FrameRenderer> made = new CompletableFuture<>();
  private final List<Film> films = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private final FrameRenderer renderer;
  private volatile boolean running = true;
  private volatile @Nullable Thread waiting;
  private volatile @Nullable RuntimeException failure;

  /**
   * Starts it; throws what making the renderer throws.
   *
   * @param name of what it makes the pictures of
   */
  public RenderThread(String name, FrameRenderer.Maker maker) {
    this.maker = maker;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    thread.start();
    try {
      this.renderer = made.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException own
          ? own
          : new IllegalStateException("no renderer could be made", e.getCause());
    }
  }

  private void run() {
    try (FrameRenderer own = maker.make()) {
      made.complete(own);
      while (running) {
        if (!develop(own)) {
          LockSupport.parkNanos(this, IDLE_NANOS);
        }
      }
    } catch (RuntimeException | Error e) { // told by made before the first picture, then by failure
      failure = e instanceof RuntimeException own ? own : new IllegalStateException(e);
      made.completeExceptionally(e);
    } finally {
      running = false;
      LockSupport.unpark(waiting);
    }
  }

  /** One picture of every camera that has some to develop; false when there was none. */
  private boolean develop(FrameRenderer own) {
    boolean any = false;
    for (Film film : films) {
      Exposure next = film.begin();
      if (next != null) {
        own.render(next.pose, next.appearance, film.camera(), next.pixels);
        next.stage.set(Stage.DEVELOPED);
        LockSupport.unpark(waiting);
        any = true;
      }
    }
    return any;
  }

  /** Refuses a camera that there is not, and pictures that are too large. */
  void require(ImageSpec camera) {
    renderer.require(camera);
  }

  void add(Film film) {
    films.add(film);
  }

  void remove(Film film) {
    films.remove(film);
  }

  /** False when it has failed or was closed: no more pictures. Any thread. */
  @HotPath
  boolean isRunning() {
    return running;
  }

  /** Why there are no more pictures. Any thread. */
  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Waits until all is developed that is due, or never will be. For the thread that exposes, in
   * simulated time.
   */
  void await(Film film, long nowNanos) {
    waiting = Thread.currentThread();
    while (running && film.owes(nowNanos)) {
      LockSupport.unpark(thread);
      LockSupport.parkNanos(this, IDLE_NANOS);
    }
    waiting = null;
  }

  /** Makes one picture of the world as it is, with this stamp, and waits for it. */
  public void render(VisibleWorld world, ImageSpec camera, long stampNanos, MutableImage image) {
    require(camera);
    Film film = new Film(camera, world.poseSize(), 1, true);
    add(film);
    film.expose(world, Appearance.NOMINAL, stampNanos, stampNanos);
    await(film, stampNanos);
    remove(film);
    if (!film.take(stampNanos, Long.MIN_VALUE, image)) {
      throw new IllegalStateException("the render thread has ended", failure);
    }
  }

  /** Ends the thread and lets go of the renderer; a picture that never ends is left to itself. */
  @Override
  public void close() {
    running = false;
    LockSupport.unpark(thread);
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
