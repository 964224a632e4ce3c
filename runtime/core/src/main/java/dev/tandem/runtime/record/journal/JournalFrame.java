package dev.tandem.runtime.record.journal;

/**
 * An image as a journal has it.
 *
 * @param camera its name
 * @param logTimeNanos that of the tick which saw it first
 * @param stampNanos when it was taken, on the journal's clock
 * @param depth values per pixel
 * @param pixels uint8 [height][width][depth], rows from the top
 */
public record JournalFrame(
    String camera,
    long logTimeNanos,
    long stampNanos,
    int width,
    int height,
    int depth,
    byte[] pixels) {}
