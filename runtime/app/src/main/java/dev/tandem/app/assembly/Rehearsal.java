package dev.tandem.app.assembly;

import com.sun.management.ThreadMXBean;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs a loop of the same parts, before a robot is armed, through everything that it may ever have
 * to do, until the virtual machine has compiled it: a stop must not be the first time that its code
 * runs. On simulated time, with an arm of its own; one thread.
 */
public final class Rehearsal {
  private static final int RING_TICKS = 1024;
  private static final int SCENE_TICKS = RING_TICKS / 2;

  /** More often than in a run: what runs seldom must be compiled as well. */
  private static final int TICKS_PER_DECISION = 5;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What happens to the arm for half a second. */
  enum Scene {
    DRIVES,
    IS_TAKEN_OVER,
    HAS_SOMEBODY_NEAR,
    IS_ASKED_FOR_NONSENSE,
    GOES_BLIND,
    COMES_NEAR_ITS_LIMITS,
    BREAKS,
    IS_SLOW,
    IS_STOPPED,
    RESTS,
    IS_TOLD_WHAT_TO_DO
  }

  private final SimulatedClock clock = new SimulatedClock();
  private final RehearsalRobot drives;
  private final RehearsalPeople people;
  private final Cell cell;
  private final TickRing ring;
  private long tickBytes;

  /**
   * Puts a loop of its own together.
   *
   * @param robot whose limits hold
   * @param policy must allow to be asked here
   */
  public Rehearsal(Robot robot, SimulatedTask task, Policy policy, long periodNanos) {
    this(robot, task, policy, periodNanos, List.of());
  }

  /**
   * The same for a loop with more monitors than those that look at the observation.
   *
   * @param others made for this rehearsal alone, of the same classes
   */
  public Rehearsal(
      Robot robot,
      SimulatedTask task,
      Policy policy,
      long periodNanos,
      List<? extends Monitor> others) {
    SignalSpec observation = task.observationSpec();
    SignalSpec command = task.simulator().commandSpec();
    drives = new RehearsalRobot(clock, observation, command);
    people = new RehearsalPeople(policy);
    ring = new TickRing(RING_TICKS, observation, task.actionSpec(), command);
    Surroundings place =
        new Surroundings(clock, Timing.every(periodNanos), List.of(drives), drives, ring);
    long maxAgeNanos = 3L * TICKS_PER_DECISION * periodNanos;
    Deciders deciders =
        new Deciders(people, people, Origin.POLICY, TICKS_PER_DECISION, maxAgeNanos);
    Steering steering =
        new Steering(
            arm -> {
              List<Monitor> all = new ArrayList<>(others);
              all.addAll(Supervision.contact(robot, task, arm));
              return Supervision.scripted(robot, observation, arm, all);
            },
            deciders);
    cell = Cell.of(robot, observation, task.actionSpec(), place, steering);
  }

  /**
   * Rehearses until the virtual machine has nothing left to do in a tick, see {@link
   * RehearsalRounds}.
   *
   * @param say gets a line for each part of it, which take seconds
   * @return false when it gave up
   */
  public boolean settle(Consumer<String> say) {
    return settle(say, () -> false);
  }

  /**
   * The same, for as long as it is wanted.
   *
   * @param interrupted asked after every round, a tenth of a second or so; when true it gives up
   */
  public boolean settle(Consumer<String> say, BooleanSupplier interrupted) {
    say.accept("libraries of a tick are loaded ...");
    TickLibraries.prepare();
    int ticks = Scene.values().length * SCENE_TICKS;
    return new RehearsalRounds(this::once, () -> tickBytes, interrupted).settle(ticks, say);
  }

  /**
   * Goes through all scenes once: some {@value #SCENE_TICKS} ticks each. Also on the control thread
   * itself just before it is armed, so that its caches know the way.
   *
   * @return in which scenes the arm was stopped
   */
  public Set<Scene> once() {
    Set<Scene> stopped = EnumSet.noneOf(Scene.class);
    for (Scene scene : Scene.values()) {
      if (play(scene)) {
        stopped.add(scene);
      }
      cell.loop().endEpisode();
      ring.drain(TickHandler.NOBODY);
    }
    return stopped;
  }

  /** Returns whether the arm was stopped meanwhile. */
  private boolean play(Scene scene) {
    drives.play(scene);
    people.play(scene);
    cell.restart();
    boolean stopped = false;
    if (scene == Scene.HAS_SOMEBODY_NEAR) {
      cell.authority().operator().reduceSpeed();
    } else {
      cell.authority().operator().restoreSpeed();
    }
    cell.loop().startEpisode(0);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int tick = 0; tick < SCENE_TICKS; tick++) {
      if (scene == Scene.IS_STOPPED && tick == SCENE_TICKS / 2) {
        cell.arm().gate().requestStop();
      }
      if (scene == Scene.IS_TOLD_WHAT_TO_DO) {
        wish(tick);
      }
      cell.loop().tick();
      stopped |= cell.loop().isStopped();
    }
    tickBytes += THREADS.getCurrentThreadAllocatedBytes() - before;
    return stopped;
  }

  /** What it allocates is the person's thread's, not the tick's. */
  private void wish(int tick) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    RehearsalWishes.say(tick, SCENE_TICKS, cell.authority().operator());
    tickBytes -= THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /** That all ticks so far have allocated. */
  long tickBytes() {
    return tickBytes;
  }
}
