package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.FrameRecord;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.cdr.CdrWriter;
import dev.tandem.runtime.signal.ImageSpec;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes the journal of a run. What {@link #flush} has returned for is acknowledged: it is with the
 * operating system and survives the end of this process, however it ends. Nothing is ever
 * overwritten. One thread, the recorder's.
 *
 * <p>A flush throws {@link JournalWriteException} when the disk does not take it, and so does every
 * method that writes for as long as that lasts. What was acknowledged stays readable, and what was
 * not waits here: the first write that finds room again hands it over, so that nothing is missing.
 */
public final class Journal implements AutoCloseable {
  private final JournalSettings settings;
  private final JournalFile file;
  private final StandardMessages standard;
  private final ImageCodec images = new ImageCodec();
  private final List<ImageSpec> cameras;
  private final RecordSelection selection;
  private final CdrWriter cdr = new CdrWriter();
  private long transitions;
  private boolean hasUnsafeEvents;
  private long ticks;
  private long safeTicks;
  private Optional<FileIdentity> identity = Optional.empty();

  private Journal(JournalFile file, RunDescription run, JournalSettings settings) {
    this.file = file;
    this.settings = settings;
    this.standard = new StandardMessages(run.signals().observation());
    this.cameras = run.signals().images();
    this.selection = new RecordSelection(settings, cameras.size());
  }

  private void start(RunDescription run) {
    try {
      List<String> names = cameras.stream().map(ImageSpec::name).toList();
      file.start(standard.hasJoints(), standard.hasWrench(), names);
      RunCodec.write(run, cdr.begin());
      file.write(Topic.RUN, settings.startOffsetNanos(), cdr);
      flush();
      identity = FileIdentity.of(file.path());
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
    if (!selection.wants(record)) {
      return;
    }
    long logTimeNanos = logTimeNanos(record.startNanos);
    TickCodec.write(record, cdr.begin());
    write(Topic.TICK, record.startNanos);
    ticks++;
    if (standard.hasJoints()) {
      standard.writeJoints(record, logTimeNanos, cdr.begin());
      write(Topic.JOINT_STATES, record.startNanos);
    }
    if (standard.hasWrench()) {
      standard.writeWrench(record, logTimeNanos, cdr.begin());
      write(Topic.WRENCH, record.startNanos);
    }
  }

  /**
   * Writes an image at the time of the tick that saw it first, unless the settings leave it out.
   * Comes before that tick, which then is written, too.
   */
  public void frame(FrameRecord frame) {
    if (selection.wants(frame)) {
      images.write(frame.image(), logTimeNanos(frame.image().stampNanos()), cdr.begin());
      file.writeImage(frame.slot, logTimeNanos(frame.tickStartNanos()), cdr);
    }
  }

  public void gap(TickGap gap) {
    GapCodec.write(gap, cdr.begin());
    write(Topic.GAP, gap.stampNanos());
  }

  public void event(JournalEvent event) {
    EventCodec.write(event, cdr.begin());
    write(Topic.EVENT, event.stampNanos());
    hasUnsafeEvents = true;
  }

  public void transition(Transition transition) {
    TransitionCodec.write(transition, cdr.begin());
    transitions++;
    write(Topic.TRANSITION, transition.stampNanos());
  }

  /** Acknowledges everything written so far. */
  public void flush() {
    file.flush(transitions);
    safeTicks = ticks;
    hasUnsafeEvents = false;
  }

  /** Flushes when a chunk is full, or when an earlier flush failed. */
  public void flushWhenDue() {
    if (file.isFailing() || file.waitingBytes() >= settings.chunkBytes()) {
      flush();
    }
  }

  /** Whether it took events that are not safe yet: how a robot stopped must outlive a crash. */
  boolean hasUnsafeEvents() {
    return hasUnsafeEvents;
  }

  /** Ticks that the journal took and that are not safe yet. */
  public long unacknowledgedTicks() {
    return ticks - safeTicks;
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
   * That the journal's path does not lead to this file any more, so that nobody will find it there:
   * it was deleted, moved or replaced. Empty while all is well. Asks the file system.
   */
  Optional<JournalException> misplaced() {
    return identity
        .flatMap(FileIdentity::loss)
        .map(loss -> new MisplacedJournalException(path(), loss));
  }

  /**
   * Acknowledges what is open, writes the summary and forces all to the device. Where the disk
   * still does not take it, the file is closed without, and {@link #unacknowledgedTicks} are lost.
   * Throws, too, when the file was deleted, moved or replaced meanwhile.
   */
  @Override
  public void close() {
    file.close(transitions);
    safeTicks = ticks;
    misplaced()
        .ifPresent(
            lost -> {
              throw lost;
            });
  }

  private long logTimeNanos(long stampNanos) {
    return stampNanos + settings.startOffsetNanos();
  }

  private void write(Topic topic, long stampNanos) {
    file.write(topic, logTimeNanos(stampNanos), cdr);
  }
}
