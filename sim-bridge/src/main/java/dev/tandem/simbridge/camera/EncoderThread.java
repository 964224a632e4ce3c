package dev.tandem.simbridge.camera;

import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.camera.Exposure.Stage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks an encoder beside the control thread, which hands over pictures through one preallocated
 * place and takes the numbers from there; neither waits for the other. It looks for work every
 * millisecond, so that nobody has to wake it.
 */
final class EncoderThread implements AutoCloseable {
  private static final long IDLE_NANOS = 1_000_000;

  private final ImageEncoder encoder;
  private final byte[][] pixels;
  private final float[] numbers;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.FREE);
  private final Thread thread;
  private volatile boolean running = true;
  private long stampNanos;

  EncoderThread(ImageEncoder encoder) {
    this.encoder = encoder;
    this.pixels = encoder.images().stream().map(i -> new byte[i.bytes()]).toArray(byte[][]::new);
    this.numbers = new float[encoder.names().size()];
    this.thread = Thread.ofPlatform().name("encoder").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (running) {
        if (stage.get() == Stage.EXPOSED) {
          encoder.encode(pixels, numbers);
          stage.set(Stage.DEVELOPED);
        } else {
          LockSupport.parkNanos(this, IDLE_NANOS);
        }
      }
    } finally {
      running = false;
    }
  }

  /** False when it has failed or was closed: no more numbers. */
  @HotPath
  boolean isRunning() {
    return running;
  }

  /** Whether {@link #pixels} may be written. Control thread, as all below. */
  @HotPath
  boolean isFree() {
    return stage.get() == Stage.FREE;
  }

  @HotPath
  byte[][] pixels() {
    return pixels;
  }

  /** Hands over what was written to {@link #pixels}. */
  @HotPath
  void give(long pictureNanos) {
    stampNanos = pictureNanos;
    stage.set(Stage.EXPOSED);
  }

  /** Of the pictures that were handed over last. */
  @HotPath
  long stampNanos() {
    return stampNanos;
  }

  /** Takes the numbers of the pictures that were handed over last, once they are there. */
  @HotPath
  boolean take(float[] to) {
    if (stage.get() != Stage.DEVELOPED) {
      return false;
    }
    System.arraycopy(numbers, 0, to, 0, to.length);
    stage.set(Stage.FREE);
    return true;
  }

  @Override
  public void close() {
    running = false;
    LockSupport.unpark(thread);
  }
}
