package dev.tandem.app.train;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.record.journal.JournalFrame;
import dev.tandem.runtime.record.journal.JournalReader;
import dev.tandem.runtime.record.journal.JournalVisitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is in a run's journal, in which nothing may be wrong. */
public final class RunJournal implements JournalVisitor {
  private final List<TickRecord> ticks = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();
  private final List<JournalEvent> events = new ArrayList<>();
  private final List<JournalFrame> frames = new ArrayList<>();

  private RunJournal() {}

  /** Of a journal that is closed. */
  public static RunJournal of(Path journal) {
    RunJournal all = new RunJournal();
    JournalReader.read(journal, all);
    return all;
  }

  static RunJournal of(RunReport report) {
    return of(SmallRuns.folder(report).journal());
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
  public void onEvent(JournalEvent event) {
    events.add(event);
  }

  @Override
  public void onFrame(JournalFrame frame) {
    frames.add(frame);
  }

  @Override
  public void onProblem(String words) {
    throw new AssertionError(words);
  }

  @Override
  public void onCut(String words) {
    throw new AssertionError(words);
  }

  /** In order. */
  public List<TickRecord> ticks() {
    return ticks;
  }

  List<Transition> transitions() {
    return transitions;
  }

  /** What its events say. */
  List<String> notes() {
    return events.stream().map(JournalEvent::text).toList();
  }

  /** Its events with their kinds and times. */
  List<JournalEvent> events() {
    return events;
  }

  List<JournalFrame> frames() {
    return frames;
  }

  /** Of one camera. */
  List<JournalFrame> frames(String camera) {
    return frames.stream().filter(frame -> frame.camera().equals(camera)).toList();
  }
}
