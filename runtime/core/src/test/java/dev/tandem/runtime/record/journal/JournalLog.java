package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.mcap.McapMessage;
import dev.tandem.runtime.record.mcap.McapScan;
import dev.tandem.runtime.record.mcap.MemoryView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything that a journal holds. */
final class JournalLog implements JournalVisitor {
  final List<RunDescription> runs = new ArrayList<>();
  final List<TickRecord> ticks = new ArrayList<>();
  final List<Transition> transitions = new ArrayList<>();
  final List<TickGap> gaps = new ArrayList<>();
  final List<JournalEvent> events = new ArrayList<>();
  final List<JournalFrame> frames = new ArrayList<>();
  final List<McapMessage> messages = new ArrayList<>();
  final List<String> problems = new ArrayList<>();
  final List<String> cuts = new ArrayList<>();
  final McapScan scan;

  JournalLog(Path path) {
    scan = JournalReader.read(path, this);
  }

  JournalLog(byte[] file, int size) {
    scan = JournalReader.read(new MemoryView(file, size), Path.of("memory"), this);
  }

  @Override
  public void onMessage(McapMessage message) {
    messages.add(message);
  }

  @Override
  public void onRun(RunDescription run) {
    runs.add(run);
  }

  @Override
  public void onTick(TickRecord record) {
    ticks.add(record);
  }

  @Override
  public void onTransition(Transition transition) {
    transitions.add(transition);
  }

  @Override
  public void onGap(TickGap gap) {
    gaps.add(gap);
  }

  @Override
  public void onEvent(JournalEvent event) {
    events.add(event);
  }

  @Override
  public void onFrame(JournalFrame frame) {
    frames.add(frame);
  }

  @Override
  public void onProblem(String problem) {
    problems.add(problem);
  }

  @Override
  public void onCut(String description) {
    cuts.add(description);
  }
}
