package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.signal.ImageSpec;

/**
 * An image as a journal has it.
 *
 * @param camera its name
 * @param logTimeNanos that of the tick which saw it first
 * @param stampNanos when it was taken, on the journal's clock
 * @param depth values per pixel
 * @param pixels [height][width][depth] of values, rows from the top
 */
public record JournalFrame(
    String camera,
    long logTimeNanos,
    long stampNanos,
    int width,
    int height,
    int depth,
    ImageSpec.Values values,
    byte[] pixels) {}
