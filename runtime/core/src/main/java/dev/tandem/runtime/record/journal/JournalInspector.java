package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.mcap.McapChannel;
import dev.tandem.runtime.record.mcap.McapMessage;
import dev.tandem.runtime.record.mcap.McapScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a journal once and keeps count of everything. */
final class JournalInspector implements JournalVisitor {
  private static final int MAX_PROBLEMS = 100;

  private final List<String> problems = new ArrayList<>();
  private final EpisodeBook book = new EpisodeBook(this::onProblem);
  private final ImageBook images = new ImageBook(this::onProblem);
  private final Map<String, ChannelSummary> channels = new LinkedHashMap<>();
  private Optional<RunDescription> run = Optional.empty();
  private long unlistedProblems;
  private boolean damaged;
  private long records;
  private long gaps;
  private long lostTicks;
  private long startNanos;
  private long endNanos;
  private long logTimeNanos;

  JournalInspection inspect(Path path) {
    McapScan scan = JournalReader.read(path, this);
    checkRun(scan);
    if (unlistedProblems > 0) {
      problems.add("and " + unlistedProblems + " more");
    }
    JournalContents contents =
        new JournalContents(
            run,
            startNanos,
            endNanos,
            new ArrayList<>(channels.values()),
            book.episodes(),
            images.cameras(),
            gaps,
            lostTicks);
    return new JournalInspection(path, scan, contents, problems);
  }

  /**
   * The run's description is the first record: none is a cut, not damage, in an unclosed journal.
   */
  private void checkRun(McapScan scan) {
    if (run.isPresent()) {
      return;
    }
    if (scan.closed() || records > 0 || damaged) {
      onProblem("expected a record on " + Topic.RUN.path() + ", found none");
    } else if (problems.isEmpty()) {
      onCut("offset " + scan.fileBytes() + ": truncated before the first record");
    }
  }

  @Override
  public void onChannel(McapChannel channel) {
    channels.put(
        channel.topic(), new ChannelSummary(channel.topic(), channel.schema().name(), 0, 0));
    Topic.camera(channel.topic()).ifPresent(images::camera);
  }

  @Override
  public void onMessage(McapMessage message) {
    channels.computeIfPresent(
        message.channel().topic(),
        (topic, sum) ->
            new ChannelSummary(
                topic,
                sum.schema(),
                sum.messages() + 1,
                sum.payloadBytes() + message.payload().length));
    logTimeNanos = message.logTimeNanos();
    boolean first = records == 0;
    startNanos = first ? message.logTimeNanos() : Math.min(startNanos, message.logTimeNanos());
    endNanos = first ? message.logTimeNanos() : Math.max(endNanos, message.logTimeNanos());
    records++;
  }

  @Override
  public void onRun(RunDescription found) {
    run = Optional.of(found);
  }

  @Override
  public void onTransition(Transition transition) {
    book.add(transition);
  }

  @Override
  public void onGap(TickGap gap) {
    gaps++;
    lostTicks += gap.lostTicks();
    book.add(gap);
  }

  @Override
  public void onFrame(JournalFrame frame) {
    images.add(frame);
  }

  @Override
  public void onTick(TickRecord record) {
    images.add(record, logTimeNanos - record.startNanos);
    book.add(record);
    checkFinite(record, "observation", record.observation);
    checkFinite(record, "requestedAction", record.requestedAction);
    checkFinite(record, "appliedAction", record.appliedAction);
    checkFinite(record, "proposedCommand", record.proposedCommand);
    checkFinite(record, "appliedCommand", record.appliedCommand);
  }

  private void checkFinite(TickRecord record, String field, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        onProblem(
            "tick "
                + record.tick
                + ", "
                + field
                + "["
                + i
                + "]: expected finite, found "
                + values[i]);
        return;
      }
    }
  }

  @Override
  public void onProblem(String problem) {
    damaged = true;
    list(problem);
  }

  private void list(String problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    } else {
      unlistedProblems++;
    }
  }

  @Override
  public void onCut(String description) {
    list(description);
  }
}
