package dev.tandem.runtime.record.mcap;

/**
 * One message as it stands in the file.
 *
 * @param sequence counts from 0 on its channel
 * @param offset of the chunk that holds it, in bytes from the start of the file
 */
public record McapMessage(
    McapChannel channel, long sequence, long logTimeNanos, byte[] payload, long offset) {}
