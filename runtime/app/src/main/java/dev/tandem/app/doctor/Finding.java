package dev.tandem.app.doctor;

import dev.tandem.app.report.JsonObject;

/**
 * One thing that was looked for.
 *
 * @param name short, a word for programs
 * @param need whether Tandem works without it
 * @param present whether it is there
 * @param found what is there, or what is lacking
 * @param advice what to do, or what it would be good for; empty when all is well
 */
public record Finding(String name, Need need, boolean present, String found, String advice) {
  /** What happens without it. */
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  static Finding present(String name, String found) {
    return new Finding(name, Need.OPTIONAL, true, found, "");
  }

  static Finding required(String name, boolean present, String found, String advice) {
    return new Finding(name, Need.REQUIRED, present, found, present ? "" : advice);
  }

  static Finding optional(String name, boolean present, String found, String advice) {
    return new Finding(name, Need.OPTIONAL, present, found, present ? "" : advice);
  }

  /** True when Tandem does not work on this machine because of this. */
  public boolean blocks() {
    return need == Need.REQUIRED && !present;
  }

  /** For people: a mark, the name, what was found, what to do. */
  public String line() {
    String mark = present ? "ok  " : blocks() ? "MISS" : "-   ";
    return String.format("%s %-14s %s%s", mark, name, found, advice.isEmpty() ? "" : "; " + advice);
  }

  public JsonObject json() {
    return new JsonObject()
        .put("name", name)
        .put("required", need == Need.REQUIRED)
        .put("present", present)
        .put("found", found)
        .put("advice", advice);
  }
}
