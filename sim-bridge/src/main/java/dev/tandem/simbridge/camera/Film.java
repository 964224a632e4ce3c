package dev.tandem.simbridge.camera;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.camera.Exposure.Stage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One camera's pictures between the thread that exposes them and the thread that develops them, in
 * as many places as may be on their way. Nobody waits for a place: when none is free the oldest
 * picture that nobody has begun to develop is given up. One thread exposes and takes, one develops.
 */
final class Film {
  private final ImageSpec camera;
  private final int poseSize;
  private final boolean developsAll;
  private final AtomicLong droppedPictures = new AtomicLong();
  private volatile Exposure[] exposures;

  /**
   * @param places at least 3: one that is developed, one that waits, one that is looked at
   * @param developsAll in order, else the newest, and those before it are given up
   */
  Film(ImageSpec camera, int poseSize, int places, boolean developsAll) {
    this.camera = camera;
    this.poseSize = poseSize;
    this.developsAll = developsAll;
    this.exposures = places(places);
  }

  private Exposure[] places(int count) {
    Exposure[] made = new Exposure[count];
    for (int i = 0; i < count; i++) {
      made[i] = new Exposure(poseSize, camera.bytes());
    }
    return made;
  }

  ImageSpec camera() {
    return camera;
  }

  /** Makes room for so many; gives up all that are on their way when there was less. */
  void reserve(int places) {
    if (exposures.length < places) {
      exposures = places(places);
    }
  }

  /** Gives up all that are on their way. */
  void clear() {
    exposures = places(exposures.length);
  }

  /** Keeps the world's pose for a picture that is to be handed over once {@code dueNanos} come. */
  @HotPath
  void expose(VisibleWorld world, Appearance appearance, long stampNanos, long dueNanos) {
    Exposure place = place();
    if (place == null) {
      droppedPictures.incrementAndGet();
      return;
    }
    world.copyPose(place.pose);
    place.appearance = appearance;
    place.stampNanos = stampNanos;
    place.dueNanos = dueNanos;
    place.stage.set(Stage.EXPOSED);
  }

  @HotPath
  private @Nullable Exposure place() {
    Exposure oldest = null;
    for (Exposure each : exposures) {
      Stage stage = each.stage.get();
      if (stage == Stage.FREE) {
        return each;
      }
      boolean older = oldest == null || each.stampNanos < oldest.stampNanos;
      oldest = stage == Stage.EXPOSED && older ? each : oldest;
    }
    if (oldest != null && oldest.stage.compareAndSet(Stage.EXPOSED, Stage.FREE)) {
      droppedPictures.incrementAndGet();
      return oldest;
    }
    return null;
  }

  /** Whether a picture that is due by now is not developed yet. The thread that exposes. */
  @HotPath
  boolean owes(long nowNanos) {
    for (Exposure each : exposures) {
      Stage stage = each.stage.get();
      if ((stage == Stage.EXPOSED || stage == Stage.BUSY) && each.dueNanos <= nowNanos) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes the newest developed picture that is due and newer than {@code lastNanos}; lets go of
   * those before it. The thread that exposes.
   *
   * @return whether there was one
   */
  @HotPath
  boolean take(long nowNanos, long lastNanos, MutableImage image) {
    Exposure newest = null;
    for (Exposure each : exposures) {
      boolean there = each.stage.get() == Stage.DEVELOPED && each.dueNanos <= nowNanos;
      if (there && (newest == null || each.stampNanos > newest.stampNanos)) {
        newest = each;
      }
    }
    if (newest == null) {
      return false;
    }
    boolean fresh = newest.stampNanos > lastNanos;
    if (fresh) {
      image.set(newest.stampNanos, newest.pixels, 0);
    }
    free(newest.stampNanos);
    return fresh;
  }

  @HotPath
  private void free(long upToNanos) {
    for (Exposure each : exposures) {
      if (each.stage.get() == Stage.DEVELOPED && each.stampNanos <= upToNanos) {
        each.stage.set(Stage.FREE);
      }
    }
  }

  /** The next picture to develop, or null. The thread that develops. */
  @Nullable Exposure begin() {
    Exposure next = null;
    for (Exposure each : exposures) {
      boolean waits = each.stage.get() == Stage.EXPOSED;
      if (waits && (next == null || (each.stampNanos < next.stampNanos) == developsAll)) {
        next = each;
      }
    }
    if (next == null || !next.stage.compareAndSet(Stage.EXPOSED, Stage.BUSY)) {
      return null;
    }
    if (!developsAll) {
      giveUpBefore(next.stampNanos);
    }
    return next;
  }

  private void giveUpBefore(long stampNanos) {
    for (Exposure each : exposures) {
      boolean older = each.stage.get() == Stage.EXPOSED && each.stampNanos < stampNanos;
      if (older && each.stage.compareAndSet(Stage.EXPOSED, Stage.FREE)) {
        droppedPictures.incrementAndGet();
      }
    }
  }

  /** Pictures that were given up. Any thread. */
  long droppedPictures() {
    return droppedPictures.get();
  }
}
