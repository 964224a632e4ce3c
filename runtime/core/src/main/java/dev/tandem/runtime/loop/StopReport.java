package dev.tandem.runtime.loop;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Supervisor;
import dev.tandem.runtime.record.FilterNames;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;

/**
 * What the present stop began with and each time that it grew stronger, with its cause. Written by
 * the control thread; others read it after a volatile word that was written later.
 */
public final class StopReport {
  /** STOP2, STOP1, STOP0, FAULT: a stop never grows weaker. */
  private static final int MOST = 4;

  private final FilterNames names;
  private final StopStep[] steps = new StopStep[MOST];
  private int size;
  private long all;

  StopReport(FilterNames names) {
    this.names = names;
    for (int i = 0; i < MOST; i++) {
      steps[i] = new StopStep();
    }
  }

  /** What the supervisor says that it began with, or that made it stronger. */
  @HotPath
  void note(Mode mode, Supervisor supervisor, long atTick, LoopHealth health) {
    note(mode, size == 0 ? supervisor.cause() : supervisor.worsenedBy(), atTick, health);
  }

  /** Keeps what makes the stop stronger; whatever else follows a stop is its consequence. */
  @HotPath
  void note(Mode mode, Fault because, long atTick, LoopHealth health) {
    if (size == 0 || mode.compareTo(steps[size - 1].mode()) > 0) {
      steps[size].set(mode, because, atTick, health);
      size++;
      all++;
    }
  }

  @HotPath
  void clear() {
    size = 0;
  }

  /** What the stop began with; {@link Fault#NONE} when there is none. */
  public Fault cause() {
    return size == 0 ? Fault.NONE : steps[0].cause();
  }

  /** 1 for a stop that is as it began, one more each time that it grew. */
  @HotPath
  public int steps() {
    return size;
  }

  /** Steps of all stops since the start. */
  @HotPath
  public long stepsOfAll() {
    return all;
  }

  /** As strong as it was after this step. */
  public Mode mode(int step) {
    return steps[step].mode();
  }

  /** What this step came from; {@link Fault#NONE} for the orderly end of a controlled stop. */
  public Fault cause(int step) {
    return steps[step].cause();
  }

  /** One line for a step: where, what was expected, what was found. */
  public String describe(int step, SignalSpec observation, SignalSpec action) {
    return steps[step].describe(observation, action, names);
  }

  /** One line for all of it. */
  public String describe(SignalSpec observation, SignalSpec action) {
    StringBuilder line = new StringBuilder(size == 0 ? "no stop" : "");
    for (int i = 0; i < size; i++) {
      line.append(i == 0 ? "" : "; then " + mode(i) + ": ");
      line.append(describe(i, observation, action));
    }
    return line.toString();
  }
}
