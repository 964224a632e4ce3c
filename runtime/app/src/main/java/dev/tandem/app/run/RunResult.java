package dev.tandem.app.run;

import dev.tandem.app.report.JsonObject;

/**
 * How a run went.
 *
 * @param wasOrderly false when it ended stopped by a fault, or without its record
 * @param line for people
 */
public record RunResult(JsonObject json, boolean wasOrderly, String line) {}
