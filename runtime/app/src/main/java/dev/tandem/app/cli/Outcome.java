package dev.tandem.app.cli;

import dev.tandem.app.report.JsonObject;

/** How a command ended and what it tells programs. */
record Outcome(ExitCode exit, JsonObject json) {
  static Outcome done(JsonObject json) {
    return new Outcome(ExitCode.DONE, json);
  }
}
