package dev.tandem.runtime.record.journal;

/**
 * One camera of a journal.
 *
 * @param images that the journal holds
 * @param seenImages that its ticks saw, kept or not
 * @param mostAgeNanos from the moment that an image shows to the tick that saw it first
 */
public record CameraSummary(
    String name, int width, int height, long images, long seenImages, long mostAgeNanos) {}
