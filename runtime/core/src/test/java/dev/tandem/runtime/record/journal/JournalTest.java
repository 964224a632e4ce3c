package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.PushTask;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.cdr.CdrWriter;
import dev.tandem.runtime.record.journal.JournalEvent.Kind;
import dev.tandem.runtime.record.journal.RunDescription.Signals;
import dev.tandem.runtime.record.mcap.McapMessage;
import dev.tandem.runtime.signal.SignalSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path directory;
  private Path path = Path.of("");

  @BeforeEach
  void choosePath() {
    path = directory.resolve("journal.mcap");
  }

  @Test
  void journalsOfEarlierVersionsAreReadWithoutTheFieldsTheyLack() {
    String tick = Topic.TICK.definition();
    String event = Topic.EVENT.definition();
    assertTrue(Topic.TICK.reads(tick.substring(0, tick.indexOf("uint8 mode"))));
    assertTrue(Topic.EVENT.reads(event.substring(0, event.indexOf("int64 episode"))));
    assertFalse(Topic.TICK.reads(event));
    assertFalse(Topic.TICK.reads(""));
  }

  @Test
  void startsWithTheDescriptionOfTheRun() {
    create(Recording.settings()).close();

    JournalLog log = new JournalLog(path);
    assertEquals(List.of(Recording.run()), log.runs);
    assertEquals(Topic.RUN.path(), log.messages.get(0).channel().topic());
    assertTrue(log.scan.closed());
  }

  @Test
  void describesItselfBeforeAnythingElseHappens() {
    try (Journal journal = create(Recording.settings())) {
      assertEquals(List.of(Recording.run()), new JournalLog(journal.path()).runs);
    }
  }

  @Test
  void readsBackEveryFieldOfATick() {
    TickRecord written = tick(7);
    try (Journal journal = create(Recording.settings())) {
      journal.tick(written);
    }

    TickRecord read = new JournalLog(path).ticks.get(0);
    assertArrayEquals(written.observation, read.observation);
    assertArrayEquals(written.requestedAction, read.requestedAction);
    assertArrayEquals(written.appliedAction, read.appliedAction);
    assertArrayEquals(written.proposedCommand, read.proposedCommand);
    assertArrayEquals(written.appliedCommand, read.appliedCommand);
    assertEquals(numbers(written), numbers(read));
    assertArrayEquals(written.commandLimits.toArray(), read.commandLimits.toArray());
    assertArrayEquals(written.actionLimits.toArray(), read.actionLimits.toArray());
    assertTrue(read.hasSetPoint);
    assertArrayEquals(written.setPoint, read.setPoint);
  }

  @Test
  void ticksOfEarlierVersionsHaveNoSetPoint() throws FormatException {
    TickRecord written = tick(7);
    CdrWriter whole = new CdrWriter().begin();
    TickCodec.write(written, whole);
    written.hasSetPoint = false;
    CdrWriter bare = new CdrWriter().begin();
    TickCodec.write(written, bare);
    assertEquals(whole.size() - TickRecord.POSE * Double.BYTES, bare.size(), 4, "padded");
    byte[] now = Arrays.copyOf(bare.array(), bare.size());
    assertFalse(TickCodec.read(new CdrReader(now)).hasSetPoint);
    byte[] earlier = Arrays.copyOf(bare.array(), bare.size() - Integer.BYTES);
    TickRecord read = TickCodec.read(new CdrReader(earlier));
    assertFalse(read.hasSetPoint);
    assertEquals(numbers(written), numbers(read));
    String tick = Topic.TICK.definition();
    assertTrue(Topic.TICK.reads(tick.substring(0, tick.indexOf("float64[] set_point"))));
  }

  @Test
  void ticksOfEarlierVersionsHaveNoLimits() throws FormatException {
    TickRecord written = tick(7);
    written.hasSetPoint = false;
    CdrWriter whole = new CdrWriter().begin();
    TickCodec.write(written, whole);
    written.commandLimits.clear();
    written.actionLimits.clear();
    CdrWriter bare = new CdrWriter().begin();
    TickCodec.write(written, bare);
    int emptyLimits = 2 * Integer.BYTES;
    int noImages = Integer.BYTES;
    int noSetPoint = Integer.BYTES;
    byte[] earlier = Arrays.copyOf(bare.array(), bare.size() - emptyLimits - noImages - noSetPoint);
    assertTrue(whole.size() > bare.size());
    TickRecord read = TickCodec.read(new CdrReader(earlier));
    assertEquals(numbers(written), numbers(read));
    assertEquals(0, read.commandLimits.toArray().length);
    String tick = Topic.TICK.definition();
    assertTrue(Topic.TICK.reads(tick.substring(0, tick.indexOf("int64[] command_limits"))));
  }

  @Test
  void readsBackEveryFieldOfATransition() {
    Transition written = transition(3, 1.0 / 3);
    try (Journal journal = create(Recording.settings())) {
      journal.transition(written);
    }

    Transitions.assertSame(List.of(written), new JournalLog(path).transitions);
  }

  @Test
  void readsBackGapsAndEvents() {
    TickGap gap = new TickGap(5, 9, 4, 5_000_000);
    JournalEvent event = new JournalEvent(6_000_000, 2, 7, Kind.SAFETY_STOP, "joint 3, 2.9 rad");
    try (Journal journal = create(Recording.settings())) {
      journal.gap(gap);
      journal.event(event);
    }

    JournalLog log = new JournalLog(path);
    assertEquals(List.of(gap), log.gaps);
    assertEquals(List.of(event), log.events);
  }

  @Test
  void shiftsTheLoopsClockByTheStartOffset() {
    try (Journal journal = create(Recording.settings())) {
      journal.tick(tick(7));
    }

    McapMessage last = lastOf(Topic.TICK);
    assertEquals(Recording.START_OFFSET_NANOS + 7_000_000, last.logTimeNanos());
  }

  @Test
  void writesJointsAndWrenchAsStandardMessages() throws IOException {
    TickRecord tick = tick(7);
    try (Journal journal = create(Recording.settings())) {
      journal.tick(tick);
    }

    CdrReader joints = new CdrReader(lastOf(Topic.JOINT_STATES).payload());
    assertEquals(5, joints.int32());
    assertEquals(7_000_000, joints.int32());
    assertEquals("", joints.string());
    assertEquals(List.of("q.0", "q.1"), joints.strings());
    assertArrayEquals(new double[] {0.5, 1.5}, joints.float64s());
    assertArrayEquals(new double[] {2.5, 3.5}, joints.float64s());
    assertArrayEquals(new double[] {4.5, 5.5}, joints.float64s());
    CdrReader wrench = new CdrReader(lastOf(Topic.WRENCH).payload());
    assertEquals(5, wrench.int32());
    assertEquals(7_000_000, wrench.int32());
    assertEquals("", wrench.string());
    for (int i = 6; i < 12; i++) {
      assertEquals(0.5 + i, wrench.float64());
    }
  }

  @Test
  void leavesOutTheStandardMessagesThatTheObservationDoesNotFit() {
    SignalSpec bare = new SignalSpec("observation", SignalSpec.block("x", "m", 12));
    RunDescription full = Recording.run();
    RunDescription run =
        new RunDescription(
            "bare",
            1,
            "",
            full.task(),
            new Signals(bare, full.signals().action(), full.signals().command()));
    try (Journal journal = Journal.create(path, run, Recording.settings())) {
      journal.tick(tick(0));
    }

    JournalInspection inspection = JournalInspection.of(path);
    assertEquals(
        List.of(
            "/tandem/run", "/tandem/event", "/tandem/gap", "/tandem/tick", "/tandem/transition"),
        inspection.contents().channels().stream().map(ChannelSummary::topic).toList());
    assertEquals(List.of(), inspection.problems());
  }

  @Test
  void takesNothingForAWrenchThatHasNotSixValues() {
    SignalSpec forces = new SignalSpec("observation", SignalSpec.block("wrench", "N", 3));
    RunDescription full = Recording.run();
    Signals signals = new Signals(forces, full.signals().action(), full.signals().command());
    Journal.create(
            path, new RunDescription("forces", 1, "", full.task(), signals), Recording.settings())
        .close();

    List<String> topics =
        JournalInspection.of(path).contents().channels().stream()
            .map(ChannelSummary::topic)
            .toList();
    assertFalse(topics.contains(Topic.WRENCH.path()));
  }

  @Test
  void writesEveryNthTickAndAllThatMatterBesides() {
    try (Journal journal = create(new JournalSettings(0, 4))) {
      for (int i = 0; i < 13; i++) {
        TickRecord tick = plainTick(i);
        tick.decided = i == 5;
        tick.episodeEnd = i == 6;
        tick.verdict = i == 7 ? Verdict.STOP : Verdict.PASSED;
        journal.tick(tick);
      }
    }

    List<Long> ticks = new JournalLog(path).ticks.stream().map(tick -> tick.tick).toList();
    assertEquals(List.of(0L, 4L, 5L, 6L, 7L, 8L, 12L), ticks);
  }

  @Test
  void acknowledgesOnlyWithAFlush() {
    try (Journal journal = create(Recording.settings())) {
      journal.transition(transition(0, 1));
      assertEquals(0, journal.acknowledgedTransitions());
      assertEquals(0, new JournalLog(path).transitions.size());

      journal.flush();
      assertEquals(1, journal.acknowledgedTransitions());
      assertEquals(1, new JournalLog(path).transitions.size());
    }
  }

  @Test
  void writesAFullChunkAndWaitsForTheNext() {
    try (Journal journal = create(new JournalSettings(0, 1, 4000))) {
      for (int i = 0; i < 20; i++) {
        journal.tick(plainTick(i));
        journal.flushWhenDue();
      }

      int written = new JournalLog(path).ticks.size();
      assertTrue(written > 5 && written < 20, "a chunk at a time, found " + written);
      assertEquals(20 - written, journal.unacknowledgedTicks());
    }
  }

  @Test
  void neverOverwritesAJournal() throws IOException {
    create(Recording.settings()).close();
    byte[] before = Files.readAllBytes(path);

    var thrown = assertThrows(JournalException.class, () -> create(Recording.settings()));

    assertEquals(
        "journal " + path + ": exists already and is never overwritten; choose another run name",
        thrown.getMessage());
    assertArrayEquals(before, Files.readAllBytes(path));
  }

  @Test
  void saysWhenItCannotBeCreated() {
    Path nowhere = directory.resolve("missing").resolve("journal.mcap");

    var thrown =
        assertThrows(
            JournalException.class,
            () -> Journal.create(nowhere, Recording.run(), Recording.settings()));

    assertTrue(thrown.toString().contains("journal " + nowhere + ": cannot be created: "));
  }

  private Journal create(JournalSettings settings) {
    return Journal.create(path, Recording.run(), settings);
  }

  private McapMessage lastOf(Topic topic) {
    List<McapMessage> messages =
        new JournalLog(path)
            .messages.stream().filter(m -> m.channel().topic().equals(topic.path())).toList();
    return messages.get(messages.size() - 1);
  }

  private static TickRecord plainTick(int index) {
    TickRecord tick = new TickRecord(PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND);
    tick.tick = index;
    tick.startNanos = index * 1_000_000L;
    return tick;
  }

  private static TickRecord tick(int index) {
    TickRecord tick = plainTick(index);
    tick.latenessNanos = 12;
    tick.executionNanos = 13;
    tick.skippedTicks = 19;
    tick.episode = 14;
    tick.step = 15;
    tick.decided = true;
    tick.episodeEnd = true;
    tick.origin = Origin.SCRIPT;
    tick.verdict = Verdict.MODIFIED;
    tick.modifiedMask = 1L << 63;
    tick.commandLimits.set(3, 1L << 63 | 1);
    tick.actionLimits.set(1, 20);
    tick.policyVersion = 16;
    tick.hasSetPoint = true;
    Arrays.setAll(tick.setPoint, i -> 0.1 * i);
    for (int i = 0; i < tick.observation.length; i++) {
      tick.observation[i] = 0.5 + i;
    }
    tick.requestedAction[0] = 0.25;
    tick.appliedAction[0] = 0.125;
    tick.proposedCommand[1] = 17;
    tick.appliedCommand[1] = 18;
    return tick;
  }

  private static List<Object> numbers(TickRecord of) {
    return List.of(
        of.tick,
        of.startNanos,
        of.latenessNanos,
        of.executionNanos,
        of.skippedTicks,
        of.episode,
        of.step,
        of.decided,
        of.episodeEnd,
        of.origin,
        of.verdict,
        of.modifiedMask,
        of.policyVersion);
  }

  private static Transition transition(int step, double reward) {
    return new Transition(
        2,
        step,
        123_456_789,
        new float[] {0.1f, 0.2f},
        new float[] {0.3f},
        new float[] {0.4f},
        reward,
        new float[] {0.5f, 0.6f},
        true,
        false,
        Origin.HUMAN,
        Verdict.MODIFIED,
        77);
  }
}
