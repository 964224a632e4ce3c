package dev.tandem.app.soak;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.timing.ControlPlace;
import dev.tandem.runtime.os.DeadlineClock;
import dev.tandem.runtime.os.RealTimeConfig;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * A soak against the machine's clock: the control thread with what the operating system grants it,
 * the recorder on a thread of its own, memory looked at from beside.
 */
final class LiveSoak {
  private static final int SPIN_NANOS = 0;

  private final Robot robot;
  private final SoakOptions options;
  private final Consumer<String> say;

  LiveSoak(Robot robot, SoakOptions options, Consumer<String> say) {
    this.robot = robot;
    this.options = options;
    this.say = say;
  }

  /** Runs to the end; keys of {@link ControlPlace#json}. */
  JsonObject run(Path journal, MemoryCourse memory) throws InterruptedException {
    DeadlineClock clock = new DeadlineClock(SPIN_NANOS);
    clock.warmUp();
    SimulatedTask task = SoakCell.task();
    SoakRecording recording = new SoakRecording(task, journal, options, clock);
    try (recording) {
      SoakCell cell = new SoakCell(robot, task, clock, recording);
      SoakSession session = new SoakSession(cell, recording, clock, options.seed());
      FutureTask<ControlPlace> control = new FutureTask<>(() -> control(session, clock));
      new Thread(control, "control").start();
      watch(control, memory);
      ControlPlace place = get(control);
      session.end();
      return place.json(place.watch().lost());
    }
  }

  private ControlPlace control(SoakSession session, Clock clock) {
    ControlPlace place = ControlPlace.take(options.realTime().orElse(RealTimeConfig.none()));
    place.refusal().ifPresent(say);
    session.begin();
    long endNanos = clock.nanoTime() + options.seconds() * 1_000_000_000L;
    while (clock.nanoTime() < endNanos) {
      session.tick();
    }
    return place;
  }

  private void watch(FutureTask<ControlPlace> control, MemoryCourse memory) {
    Clock wall = new SystemClock();
    long startNanos = wall.nanoTime();
    List<Long> looks = SoakBench.looksNanos(options.seconds());
    for (int i = 0; i < looks.size() && !control.isDone(); i++) {
      wall.awaitNanos(startNanos + looks.get(i));
      memory.look();
      say.accept(i + " of " + (looks.size() - 1) + " quarters");
    }
  }

  private static ControlPlace get(FutureTask<ControlPlace> control) throws InterruptedException {
    try {
      return control.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the control thread failed", e.getCause());
    }
  }
}
