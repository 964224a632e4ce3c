package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.FrameRecord;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.record.TransitionAssembler;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The duty cycle between ring and learner: ticks into the journal, transitions made of them into
 * the journal, the journal flushed, and only then the transitions handed on. So whatever a buffer
 * holds can be rebuilt from the journal.
 *
 * <p>While the disk takes nothing, ticks stay in the ring, which counts what it has no room for;
 * when it takes what it was given before, all goes on, with a gap where ticks were dropped.
 *
 * <p>Polled by one thread: the loop's own in simulation, a {@link RecorderThread} on a robot.
 */
public final class Recorder implements AutoCloseable {
  private final TickRing ring;
  private final Journal journal;
  private final TransitionAssembler assembler;
  private final Consumer<? super Transition> acknowledged;
  private final EventWatch watch;
  private final TickHandler handler;
  private final List<Transition> pending = new ArrayList<>();
  private final Queue<JournalEvent> notes = new ConcurrentLinkedQueue<>();

  /**
   * @param journal closed with this recorder
   * @param acknowledged receives each transition once it is safe, on the polling thread
   */
  public Recorder(
      TickRing ring,
      Journal journal,
      TransitionAssembler assembler,
      Consumer<? super Transition> acknowledged) {
    this(ring, journal, assembler, acknowledged, TickHandler.NOBODY);
  }

  /**
   * The same with somebody who looks on.
   *
   * @param onlooker gets every tick and gap that the journal took, on the polling thread
   */
  public Recorder(
      TickRing ring,
      Journal journal,
      TransitionAssembler assembler,
      Consumer<? super Transition> acknowledged,
      TickHandler onlooker) {
    this.handler = TickHandler.all(List.of(new Handler(), onlooker, new Chunks()));
    this.ring = ring;
    this.journal = journal;
    this.assembler = assembler;
    this.acknowledged = acknowledged;
    this.watch = new EventWatch(ring::names, journal::event);
  }

  /**
   * Takes everything that waits in the ring. Throws {@link JournalWriteException} when the disk
   * fails, and what {@link Transition} throws for a number that is not finite; what was complete
   * before is safe and handed on in either case.
   *
   * @return how many ticks it took
   */
  public int poll() {
    journal.flushWhenDue();
    try {
      writeNotes();
      return ring.drain(handler);
    } finally {
      settle();
    }
  }

  /**
   * Puts a line into the journal with the next poll, for example the cause of a stop. Any thread
   * but the control thread.
   */
  public void note(JournalEvent event) {
    notes.add(event);
  }

  /** Writes what an earlier run recorded, so that this journal is whole by itself. */
  public void carryOver(List<Transition> earlier) {
    for (Transition transition : earlier) {
      journal.transition(transition);
      journal.flushWhenDue();
    }
    journal.flush();
  }

  /**
   * Takes what is left, with the gap at the very end if there is one, and closes the journal. Only
   * after the control thread has ended.
   */
  @Override
  public void close() {
    try (journal) {
      poll();
      ring.drainLastGap(handler);
      watch.tellFilters();
    }
  }

  /** Ticks that were published and are not safe yet. Only while nobody polls. */
  public long unacknowledgedTicks() {
    return journal.unacknowledgedTicks() + ring.waitingTicks();
  }

  /** False when more than half of the ring waits: the disk is slow, or stands still. Any thread. */
  @HotPath
  boolean keepsUp() {
    return 2 * ring.waitingTicks() <= ring.capacity();
  }

  /** That the journal was deleted, moved or replaced; empty while all is well. Polling thread. */
  Optional<JournalException> misplaced() {
    return journal.misplaced();
  }

  private void writeNotes() {
    for (JournalEvent note = notes.poll(); note != null; note = notes.poll()) {
      journal.event(note);
    }
  }

  /** What transitions and events there are is safe with the poll that took them. */
  private void settle() {
    if (pending.isEmpty() && !journal.hasUnsafeEvents()) {
      return;
    }
    journal.flush();
    List<Transition> safe = List.copyOf(pending);
    pending.clear();
    safe.forEach(acknowledged);
  }

  private final class Handler implements TickHandler {
    @Override
    public void onTick(TickRecord record) {
      watch.accept(record);
      journal.tick(record);
      assembler.accept(record, this::onTransition);
    }

    @Override
    public void onGap(TickGap gap) {
      journal.gap(gap);
    }

    @Override
    public void onFrame(FrameRecord frame) {
      journal.frame(frame);
    }

    private void onTransition(Transition transition) {
      journal.transition(transition);
      pending.add(transition);
    }
  }

  /** Comes last, so that a disk that fails finds the tick with all that belongs to it taken. */
  private final class Chunks implements TickHandler {
    @Override
    public void onTick(TickRecord record) {
      journal.flushWhenDue();
    }

    @Override
    public void onGap(TickGap gap) {}
  }
}
