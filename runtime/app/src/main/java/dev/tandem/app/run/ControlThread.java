package dev.tandem.app.run;

import com.sun.management.ThreadMXBean;
import dev.tandem.app.assembly.Deployment;
import dev.tandem.app.assembly.Rehearsal;
import dev.tandem.app.timing.ControlPlace;
import dev.tandem.runtime.os.RealTimeConfig;
import dev.tandem.runtime.time.HotPath;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Ticks until it is told to end and the drives have no power any more, so that they are made safe
 * in its last tick. What it tells other threads while it runs is in volatile words.
 */
final class ControlThread implements Callable<ControlThread.Ran> {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Deployment deployment;
  private final Rehearsal rehearsal;
  private final Episodes episodes;
  private final RealTimeConfig wishes;
  private final Consumer<ControlPlace> placed;
  private final Runnable leave;
  private double bytesPerTick;
  private long bytesOfEpisodes;
  private long stopsSoFar;
  private long ticksSoFar;
  private volatile boolean ending;
  private volatile boolean stopped;
  private volatile boolean powered;
  private volatile long stopSteps;
  private volatile long ticks;

  /**
   * What it tells when it has ended.
   *
   * @param takenAway of what it was granted, while it ran
   * @param bytesPerTick that its ticks allocated from the first one with power on, putting the arm
   *     back not counted
   * @param failure why it ended before it was told to
   */
  record Ran(
      ControlPlace place,
      List<String> takenAway,
      long ticks,
      double bytesPerTick,
      long stops,
      Optional<Throwable> failure) {
    /** With the failure of another thread, where it has none of its own. */
    Ran or(Optional<Throwable> another) {
      return new Ran(place, takenAway, ticks, bytesPerTick, stops, failure.or(() -> another));
    }
  }

  /**
   * A thread's work.
   *
   * @param placed told on this thread, before it ticks, what it was granted
   * @param leave told on this thread, right after its last tick, unless that failed
   */
  ControlThread(
      Deployment deployment,
      Episodes episodes,
      RealTimeConfig wishes,
      Consumer<ControlPlace> placed,
      Runnable leave) {
    this.deployment = deployment;
    this.rehearsal = deployment.rehearsal();
    this.episodes = episodes;
    this.wishes = wishes;
    this.placed = placed;
    this.leave = leave;
  }

  @Override
  public Ran call() {
    ControlPlace place = ControlPlace.take(wishes);
    Optional<Throwable> failure = Optional.empty();
    try {
      rehearsal.once();
      placed.accept(place);
      episodes.begin();
      run();
      leave.run(); // at once: who only falls silent is taken for dead
    } catch (RuntimeException | Error e) { // told with all that is known of the run
      failure = Optional.of(e);
    } finally {
      deployment.makeSafe();
    }
    return new Ran(place, place.watch().lost(), ticks, bytesPerTick, stopsSoFar, failure);
  }

  private void run() {
    runWithoutPower();
    bytesOfEpisodes = 0;
    long ticksBefore = ticksSoFar;
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      while (!ending || deployment.cell().authority().mode().isPowered()) {
        tick();
      }
    } finally {
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before - bytesOfEpisodes;
      bytesPerTick = (double) bytes / Math.max(1, ticksSoFar - ticksBefore);
    }
  }

  /**
   * Until it is armed. In its very first ticks the virtual machine gives up code that it compiled
   * for the rehearsal's clock, sensors and drives, which makes objects of what was in registers.
   */
  private void runWithoutPower() {
    while (!ending && !deployment.cell().authority().mode().isPowered()) {
      tick();
    }
  }

  /** One period; the last of an episode puts the arm back. */
  void tick() {
    step();
    if (episodes.isOver()) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      episodes.next();
      ticksSoFar++; // the one that shows how the episode ended
      ticks = ticksSoFar;
      bytesOfEpisodes += THREADS.getCurrentThreadAllocatedBytes() - before;
    }
  }

  @HotPath
  private void step() {
    try {
      deployment.cell().loop().tick();
    } finally {
      count();
    }
  }

  /** Also a tick that an error ended: it has its record, and a stop to be told. */
  @HotPath
  private void count() {
    boolean stands = deployment.cell().loop().isStopped();
    stopsSoFar += stands && !stopped && !ending ? 1 : 0;
    stopped = stands;
    stopSteps = deployment.cell().loop().stopReport().stepsOfAll();
    powered = powered || deployment.cell().authority().mode().isPowered();
    ticksSoFar++;
    ticks = ticksSoFar;
  }

  /** Whether the drives have ever had power. */
  boolean wasPowered() {
    return powered;
  }

  /** Whether the robot stands in a latched stop; what is known of it is then there to read. */
  boolean isStopped() {
    return stopped;
  }

  /** How often a stop began or grew stronger, so far; what is known of it is then there to read. */
  long stopSteps() {
    return stopSteps;
  }

  /** So far; it grows for as long as the thread lives. */
  long ticks() {
    return ticks;
  }

  /** Ends it once the drives have no power; see that they lose it. */
  void end() {
    ending = true;
  }
}
