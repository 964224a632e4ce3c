package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.record.mcap.McapScan;
import java.nio.file.Path;
import java.util.List;

/**
 * What reading a whole journal found.
 *
 * @param problems one line each: what, where, expected, found; empty for a journal in order
 */
public record JournalInspection(
    Path path, McapScan scan, JournalContents contents, List<String> problems) {
  public JournalInspection {
    problems = List.copyOf(problems);
  }

  /** Reads and checks everything; throws {@link JournalException} when it is no journal at all. */
  public static JournalInspection of(Path path) {
    return new JournalInspector().inspect(path);
  }

  /** Records of any kind that could be read. */
  public long records() {
    return contents.channels().stream().mapToLong(ChannelSummary::messages).sum();
  }

  public long transitions() {
    return contents.records(Topic.TRANSITION);
  }

  public long gaps() {
    return contents.gaps();
  }

  /** True when it was closed properly; false after a crash, and while it is being written. */
  public boolean complete() {
    return scan.closed();
  }
}
