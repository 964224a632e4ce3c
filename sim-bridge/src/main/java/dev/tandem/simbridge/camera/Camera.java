package dev.tandem.simbridge.camera;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A simulated camera. At the first tick of each of its periods it keeps the world's pose; the
 * picture of it, stamped with that tick's start, is there after the delay. In real time {@link
 * #sample} takes the newest picture that is there; in simulated time it waits for what is due, so
 * that the same tick sees the same picture in every run. One thread.
 *
 * <p>In simulated time an episode begins with a picture of its first pose, whatever the delay: a
 * policy that decides at the first tick is not blind, and sees nothing of the episode before.
 */
public final class Camera implements Sensor {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long HANGS_NANOS = 1_000_000_000;
  private static final long AT_ONCE = Long.MIN_VALUE;

  private final CameraConfig config;
  private final int slot;
  private final VisibleWorld world;
  private final RenderThread thread;
  private final boolean waits;
  private final Film film;
  private Sight sight = Sight.NOMINAL;
  private RandomGenerator random = new SplittableRandom(0);
  private long delayNanos;
  private double jitterNanos;
  private long lookedNanos = AT_ONCE;
  private long nextNanos = AT_ONCE;
  private long shownNanos = -1;
  private long cameNanos;
  private boolean begins = true;

  /**
   * For a world that has a camera of this name.
   *
   * @param slot of the observation's images
   * @param waits whether a tick waits for the pictures that are due: in simulated time only
   */
  Camera(CameraConfig config, int slot, VisibleWorld world, boolean waits) {
    this.config = config;
    this.slot = slot;
    this.world = world;
    this.thread = world.renderThread();
    this.waits = waits;
    this.delayNanos = config.delayNanos();
    this.film = new Film(config.image(), world.poseSize(), places(), waits);
    thread.require(config.image());
    thread.add(film);
  }

  /** One being developed, one waiting, one being looked at, and those that are late. */
  private int places() {
    return (int) Math.ceil((delayNanos + jitterNanos) / config.periodNanos()) + 3;
  }

  /**
   * A new episode.
   *
   * @param seed of what is random: equal seeds, equal losses and delays
   * @throws IllegalStateException when no pictures can be made any more
   */
  void begin(Sight ofEpisode, long seed) {
    Sight its = world.under(ofEpisode);
    thread
        .failure()
        .ifPresent(
            cause -> {
              throw new IllegalStateException("cameras have failed: " + cause.getMessage(), cause);
            });
    sight = its;
    random = new SplittableRandom(seed + slot);
    delayNanos = config.delayNanos() + Math.round(its.delaySeconds() * NANOS_PER_SECOND);
    jitterNanos = its.jitterSeconds() * NANOS_PER_SECOND;
    film.reserve(places());
    nextNanos = AT_ONCE;
    begins = true;
    if (waits) {
      film.clear();
      shownNanos = -1;
    }
  }

  /**
   * The picture stays as it is while nothing newer is there, and says itself how old it is. {@link
   * IoStatus#STALE} only when none has come for a second longer than it should take: the renderer
   * hangs. One that is slow or loses some is no reason to stop an arm.
   */
  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    if (!thread.isRunning()) {
      return IoStatus.FAULT;
    }
    long nowNanos = tick.startNanos();
    if (begins) {
      begin(nowNanos);
    } else if (nowNanos != lookedNanos && nowNanos >= nextNanos) {
      look(nowNanos);
    }
    lookedNanos = nowNanos;
    if (waits) {
      thread.await(film, nowNanos);
    }
    return show(nowNanos, observation);
  }

  /** Before an episode's first tick; in real time the tick that is given then is long over. */
  @HotPath
  private void begin(long nowNanos) {
    begins = false;
    cameNanos = nowNanos;
    if (waits) {
      film.expose(world, sight.appearance(), nowNanos, nowNanos);
    }
  }

  /** The first of an episode that the schedule has is there at once, and never lost. */
  @HotPath
  private void look(long nowNanos) {
    boolean first = nextNanos == AT_ONCE;
    cameNanos = first ? nowNanos : cameNanos;
    long periodNanos = config.periodNanos();
    long missed = first ? 0 : (nowNanos - nextNanos) / periodNanos;
    nextNanos = first ? nowNanos + periodNanos : nextNanos + (missed + 1) * periodNanos;
    boolean lost = sight.dropped() > 0 && random.nextDouble() < sight.dropped();
    long lateNanos =
        delayNanos + (jitterNanos > 0 ? (long) (jitterNanos * random.nextDouble()) : 0);
    if (first || !lost) {
      film.expose(world, sight.appearance(), nowNanos, first ? nowNanos : nowNanos + lateNanos);
    }
  }

  @HotPath
  private IoStatus show(long nowNanos, MutableObservation observation) {
    if (film.take(nowNanos, shownNanos, observation.image(slot))) {
      shownNanos = observation.image(slot).stampNanos();
      cameNanos = nowNanos;
      return IoStatus.OK;
    }
    if (!thread.isRunning()) {
      return IoStatus.FAULT;
    }
    double expectedNanos = config.periodNanos() + delayNanos + jitterNanos;
    return nowNanos - cameNanos > expectedNanos + HANGS_NANOS ? IoStatus.STALE : IoStatus.OK;
  }

  /** Pictures that the render thread was too slow for. Any thread. */
  public long droppedPictures() {
    return film.droppedPictures();
  }

  @Override
  public void close() {
    thread.remove(film);
  }
}
