package dev.tandem.runtime.record.mcap;

/**
 * How far a file could be read.
 *
 * @param fileBytes size of the file
 * @param usableBytes from its start to the end of its last whole record
 * @param closed true when it ends as a file ends that was closed
 */
public record McapScan(long fileBytes, long usableBytes, boolean closed) {
  /** What a cut left behind of an unfinished record. */
  public long unusableTailBytes() {
    return fileBytes - usableBytes;
  }
}
