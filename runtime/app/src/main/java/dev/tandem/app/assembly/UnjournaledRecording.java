package dev.tandem.app.assembly;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.record.TransitionAssembler;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;
import java.util.function.Consumer;

/** Ring and assembler without a journal, for evaluations. */
public final class UnjournaledRecording implements TickRecording {
  private static final int CAPACITY_TICKS = 1024;

  private final TickRing ring;
  private final TransitionAssembler assembler;

  public UnjournaledRecording(SimulatedTask task) {
    this.ring =
        new TickRing(
            CAPACITY_TICKS,
            task.observationSpec(),
            task.actionSpec(),
            task.simulator().commandSpec());
    this.assembler = new TransitionAssembler(task, task.observationSpec());
  }

  @Override
  public TickSink sink() {
    return ring;
  }

  @Override
  public void drain(Consumer<? super Transition> transitions) {
    ring.drain(
        new TickHandler() {
          @Override
          public void onTick(TickRecord record) {
            assembler.accept(record, transitions);
          }

          @Override
          public void onGap(TickGap gap) {}
        });
  }

  @Override
  public void carryOver(List<Transition> earlier) {}

  @Override
  public void note(String text) {}

  @Override
  public void close() {}
}
