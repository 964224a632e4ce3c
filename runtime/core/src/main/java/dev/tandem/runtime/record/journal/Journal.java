package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.cdr.CdrWriter;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/**
 * Writes the journal of a run. What {@link #flush} has returned for is acknowledged: it is with the
 * operating system and survives the end of this process, however it ends. Nothing is ever
 * overwritten. One thread, the recorder's.
 *
 * <p>Every method that writes throws {@link JournalWriteException} when the disk does not take it,
 * and the same one again from then on; what was acknowledged stays readable.
 */
public final class Journal implements AutoCloseable {
  private final JournalSettings settings;
  private final JournalFile file;
  private final StandardMessages standard;
  private final CdrWriter cdr = new CdrWriter();
  private long transitions;

  private Journal(JournalFile file, RunDescription run, JournalSettings settings) {
    this.file = file;
    this.settings = settings;
    this.standard = new StandardMessages(run.signals().observation());
  }

  private void start(RunDescription run) {
    try {
      file.start(standard.hasJoints(), standard.hasWrench());
      RunCodec.write(run, cdr.begin());
      file.write(Topic.RUN, settings.startOffsetNanos(), cdr);
      flush();
    } catch (JournalException e) {
      file.abandon();
      throw e;
    }
  }

  /** Starts a journal at {@code path}, where nothing may be yet. */
  public static Journal create(Path path, RunDescription run, JournalSettings settings) {
    return started(JournalFile.create(path), run, settings);
  }

  /** Writes to any channel; {@code path} is what its errors name. */
  public static Journal on(
      WritableByteChannel channel, Path path, RunDescription run, JournalSettings settings) {
    return started(JournalFile.on(channel, path), run, settings);
  }

  private static Journal started(JournalFile file, RunDescription run, JournalSettings settings) {
    Journal journal = new Journal(file, run, settings);
    journal.start(run);
    return journal;
  }

  /** Writes a tick with its joints and wrench, unless the settings leave it out. */
  public void tick(TickRecord record) {
    if (!isWanted(record)) {
      return;
    }
    long logTimeNanos = logTimeNanos(record.startNanos);
    TickCodec.write(record, cdr.begin());
    write(Topic.TICK, record.startNanos);
    if (standard.hasJoints()) {
      standard.writeJoints(record, logTimeNanos, cdr.begin());
      write(Topic.JOINT_STATES, record.startNanos);
    }
    if (standard.hasWrench()) {
      standard.writeWrench(record, logTimeNanos, cdr.begin());
      write(Topic.WRENCH, record.startNanos);
    }
  }

  public void gap(TickGap gap) {
    GapCodec.write(gap, cdr.begin());
    write(Topic.GAP, gap.stampNanos());
  }

  public void event(JournalEvent event) {
    EventCodec.write(event, cdr.begin());
    write(Topic.EVENT, event.stampNanos());
  }

  public void transition(Transition transition) {
    TransitionCodec.write(transition, cdr.begin());
    transitions++;
    write(Topic.TRANSITION, transition.stampNanos());
  }

  /** Acknowledges everything written so far. */
  public void flush() {
    file.flush(transitions);
  }

  /** Transitions that are safe. */
  public long acknowledgedTransitions() {
    return file.safeTransitions();
  }

  /** Bytes at the start of the file that are safe. */
  public long acknowledgedBytes() {
    return file.safeBytes();
  }

  public Path path() {
    return file.path();
  }

  /**
   * Acknowledges what is open, writes the summary and forces all to the device. After a failed
   * write it only closes the file.
   */
  @Override
  public void close() {
    file.close(transitions);
  }

  private boolean isWanted(TickRecord record) {
    return record.decided
        || record.episodeEnd
        || record.verdict == Verdict.STOP
        || record.tick % settings.everyTicks() == 0;
  }

  private long logTimeNanos(long stampNanos) {
    return stampNanos + settings.startOffsetNanos();
  }

  private void write(Topic topic, long stampNanos) {
    file.write(topic, logTimeNanos(stampNanos), cdr);
    if (file.openChunkBytes() >= settings.chunkBytes()) {
      flush();
    }
  }
}
