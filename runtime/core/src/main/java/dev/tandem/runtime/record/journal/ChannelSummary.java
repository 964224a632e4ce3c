package dev.tandem.runtime.record.journal;

/**
 * One channel of a journal.
 *
 * @param schema name of its message type
 * @param payloadBytes of all its messages, uncompressed
 */
public record ChannelSummary(String topic, String schema, long messages, long payloadBytes) {}
