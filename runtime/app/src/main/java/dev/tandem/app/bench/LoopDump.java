package dev.tandem.app.bench;

import dev.tandem.app.report.WriteException;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Every tick's deadline and wake-up in nanoseconds of CLOCK_MONOTONIC, one line a tick; ticks that
 * the ring lost are missing. Recorder's thread.
 */
public final class LoopDump implements TickHandler, AutoCloseable {
  private final Path file;
  private final BufferedWriter out;

  /** Replaces the file. */
  public LoopDump(Path file) {
    this.file = file;
    try {
      this.out = Files.newBufferedWriter(file);
      out.write("deadline_ns,wake_up_ns\n");
    } catch (IOException e) {
      throw new WriteException(file, e);
    }
  }

  @Override
  public void onTick(TickRecord record) {
    long wakeUpNanos = record.startNanos + record.latenessNanos;
    try {
      out.write(record.startNanos + "," + wakeUpNanos + "\n");
    } catch (IOException e) {
      throw new WriteException(file, e);
    }
  }

  @Override
  public void onGap(TickGap gap) {}

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new WriteException(file, e);
    }
  }
}
