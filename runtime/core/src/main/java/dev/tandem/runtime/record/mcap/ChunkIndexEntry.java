package dev.tandem.runtime.record.mcap;

/** Where a chunk stands and what it spans; one line of the file's summary. */
record ChunkIndexEntry(
    long startNanos,
    long endNanos,
    long fileOffset,
    long chunkBytes,
    long compressedBytes,
    long uncompressedBytes) {}
