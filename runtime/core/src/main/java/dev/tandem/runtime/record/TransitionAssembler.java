package dev.tandem.runtime.record;

import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.function.Consumer;

/**
 * Makes transitions of ticks. A tick that decided opens a step, and its observation closes the step
 * before; the tick that ends an episode closes the last one. Reward and termination are the task's,
 * the time-out is the episode clock's: it truncates and never terminates.
 *
 * <p>A step whose opening or closing tick is lost is dropped and counted, never glued to another
 * step's observation. Steps that the loop still took after its episode was over are ignored. One
 * thread, the recorder's.
 */
public final class TransitionAssembler {
  private final OpenStep current;
  private long episode = -1;
  private int accountedSteps;
  private boolean episodeOver;
  private long droppedSteps;

  public TransitionAssembler(Task task, SignalSpec observationSpec) {
    this.current = new OpenStep(task, observationSpec);
  }

  /**
   * Takes the next tick; hands on the transition that it completes, if any. Throws what {@link
   * Transition} throws when a number is not finite; that step is gone then.
   */
  public void accept(TickRecord record, Consumer<? super Transition> transitions) {
    if (!record.episodeEnd) {
      acceptWithin(record, transitions);
      return;
    }
    current.include(record);
    close(record, transitions);
    account(record, record.step + 1);
  }

  private void acceptWithin(TickRecord record, Consumer<? super Transition> transitions) {
    if (!record.decided) {
      current.include(record);
      return;
    }
    close(record, transitions);
    account(record, record.step);
    if (!episodeOver) {
      current.open(record);
    }
  }

  /** Steps of which no transition could be made because ticks were lost. */
  public long droppedSteps() {
    return droppedSteps;
  }

  private void close(TickRecord record, Consumer<? super Transition> transitions) {
    if (!current.isOpen()) {
      return;
    }
    accountedSteps++;
    if (!current.isClosedBy(record)) {
      current.drop();
      droppedSteps++;
      return;
    }
    Transition transition = current.close(record);
    episodeOver = transition.endsEpisode();
    transitions.accept(transition);
  }

  /** Counts the steps of this tick's episode that came and went in gaps. */
  private void account(TickRecord record, int begunSteps) {
    if (record.episode != episode) {
      episode = record.episode;
      accountedSteps = 0;
      episodeOver = false;
    }
    if (!episodeOver) {
      droppedSteps += Math.max(0, begunSteps - accountedSteps);
      accountedSteps = begunSteps;
    }
  }
}
