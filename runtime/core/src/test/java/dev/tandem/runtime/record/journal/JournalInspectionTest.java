package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.cdr.CdrWriter;
import dev.tandem.runtime.record.journal.EpisodeSummary.Ending;
import dev.tandem.runtime.record.mcap.McapChannel;
import dev.tandem.runtime.record.mcap.McapWriter;
import dev.tandem.runtime.record.mcap.MemoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalInspectionTest {
  @TempDir Path directory;
  private Path path = Path.of("");

  @BeforeEach
  void choosePath() {
    path = directory.resolve("journal.mcap");
  }

  @Test
  void countsEverythingInAJournalThatIsInOrder() {
    try (Recording recording = Recording.at(path)) {
      recording.episode(0).episode(1);
    }

    JournalInspection inspection = JournalInspection.of(path);
    JournalContents contents = inspection.contents();
    assertTrue(inspection.complete());
    assertEquals(List.of(), inspection.problems());
    assertEquals(10, inspection.transitions());
    assertEquals(32, contents.records(Topic.TICK));
    assertEquals(32, contents.records(Topic.JOINT_STATES));
    assertEquals(32, contents.records(Topic.WRENCH));
    assertEquals(1, contents.records(Topic.RUN));
    assertEquals(1 + 32 * 3 + 10 + contents.records(Topic.EVENT), inspection.records());
    assertEquals(0, inspection.gaps());
    assertEquals(Recording.START_OFFSET_NANOS, contents.startNanos());
    assertEquals(0.031, contents.seconds(), 1e-12);
    assertEquals("test run", contents.run().orElseThrow().name());
  }

  @Test
  void sumsUpEpisodes() {
    write(
        transition(0, 0, 0.5, "", Origin.HUMAN),
        transition(0, 1, 0.25, "", Origin.POLICY),
        transition(0, 2, 1, "terminated", Origin.POLICY),
        transition(1, 0, -1, "truncated", Origin.POLICY),
        transition(2, 0, 0, "", Origin.POLICY));

    List<EpisodeSummary> episodes = JournalInspection.of(path).contents().episodes();

    assertEquals(
        new EpisodeSummary(
            0,
            3,
            1.75,
            0.003,
            Ending.TERMINATED,
            Verdict.PASSED,
            Map.of(Origin.HUMAN, 1, Origin.POLICY, 2)),
        episodes.get(0));
    assertEquals(2.0 / 3, episodes.get(0).share(Origin.POLICY));
    assertEquals(0, episodes.get(0).share(Origin.SCRIPT));
    assertEquals(0.001, episodes.get(1).seconds(), 1e-12, "an episode of one step");
    assertEquals(Ending.TRUNCATED, episodes.get(1).ending());
    assertEquals(Ending.OPEN, episodes.get(2).ending());
  }

  @Test
  void takesTheLastStepToLastAsLongAsTheShortestWhenStepsAreMissing() {
    write(
        transition(0, 0, 0, "", Origin.POLICY),
        transition(0, 3, 0, "", Origin.POLICY),
        transition(0, 4, 0, "terminated", Origin.POLICY));

    assertEquals(0.005, JournalInspection.of(path).contents().episodes().get(0).seconds(), 1e-12);
  }

  @Test
  void namesStepsThatAreMissingBetweenTransitions() {
    write(
        transition(0, 0, 0, "", Origin.POLICY),
        transition(0, 2, 0, "", Origin.POLICY),
        transition(1, 1, 0, "terminated", Origin.POLICY),
        transition(1, 2, 0, "", Origin.POLICY));

    assertEquals(
        List.of(
            "episode 0: expected step 1, found step 2",
            "episode 0: expected its end after step 2, found episode 1",
            "episode 1: expected step 0, found step 1",
            "episode 1: expected no step after its end, found step 2"),
        JournalInspection.of(path).problems());
  }

  @Test
  void mentionsTheGapThatExplainsAMissingStep() {
    try (Journal journal = create()) {
      journal.transition(transition(0, 0, 0, "", Origin.POLICY));
      journal.gap(new TickGap(3, 8, 6, 3_000_000));
      journal.transition(transition(0, 2, 0, "", Origin.POLICY));
      journal.transition(transition(0, 4, 0, "", Origin.POLICY));
    }

    JournalInspection inspection = JournalInspection.of(path);

    assertEquals(
        List.of(
            "episode 0: expected step 1, found step 2; 6 ticks were lost in between",
            "episode 0: expected step 3, found step 4"),
        inspection.problems());
    assertEquals(1, inspection.gaps());
    assertEquals(6, inspection.contents().lostTicks());
  }

  @Test
  void loadsAllThatIsBeforeACutWhereverItIs() {
    MemoryFile disk = new MemoryFile();
    List<Long> acknowledgedBytes = new ArrayList<>();
    List<Transition> acknowledged = record(disk, acknowledgedBytes);
    byte[] whole = disk.bytes();

    for (int bytes = 0; bytes < whole.length; bytes++) {
      JournalLog log = new JournalLog(whole, bytes);
      List<Transition> read = log.transitions;

      long cut = bytes;
      long safe = acknowledgedBytes.stream().filter(end -> end <= cut).count();
      assertTrue(read.size() >= safe, "cut at " + bytes);
      Transitions.assertSame(acknowledged.subList(0, read.size()), read);
      assertEquals(List.of(), log.problems, "cut at " + bytes);
    }
  }

  @Test
  void saysHowMuchOfTheTailIsUnusable() throws IOException {
    MemoryFile disk = new MemoryFile();
    record(disk, new ArrayList<>());
    JournalInspection whole = inspect(disk.bytes());
    int chunkCut = (int) chunkOffset(disk.bytes()) + 50;

    JournalInspection cut = inspect(Arrays.copyOf(disk.bytes(), chunkCut));

    assertTrue(whole.complete());
    assertFalse(cut.complete());
    assertEquals(50, cut.scan().unusableTailBytes());
    assertEquals(1, cut.problems().size());
    assertTrue(
        cut.problems()
            .get(0)
            .matches("offset \\d+: truncated CHUNK, expected \\d+ bytes, found 41"));
  }

  @Test
  void namesADamagedChunkAndWhatIsMissingForIt() throws IOException {
    MemoryFile disk = new MemoryFile();
    record(disk, new ArrayList<>());
    byte[] bytes = disk.bytes();
    long chunk = chunkOffset(bytes);
    bytes[(int) chunk + 60] ^= 1;

    JournalInspection inspection = inspect(bytes);

    assertTrue(inspection.problems().get(0).startsWith("offset " + chunk + ", CHUNK: "));
    assertTrue(inspection.problems().stream().anyMatch(p -> p.contains("sequence break")));
    assertTrue(inspection.complete());
  }

  @Test
  void rebuildsABufferFromAJournalWhoseTailIsCutOff() throws IOException {
    MemoryFile disk = new MemoryFile();
    List<Long> acknowledgedBytes = new ArrayList<>();
    List<Transition> acknowledged = record(disk, acknowledgedBytes);
    Files.write(path, Arrays.copyOf(disk.bytes(), acknowledgedBytes.get(0).intValue() + 100));
    List<Transition> read = new ArrayList<>();

    assertEquals(100, JournalReader.readTransitions(path, read::add).unusableTailBytes());
    Transitions.assertSame(acknowledged.subList(0, 1), read);
  }

  @Test
  void doesNotFillABufferFromADamagedJournal() throws IOException {
    MemoryFile disk = new MemoryFile();
    record(disk, new ArrayList<>());
    byte[] bytes = disk.bytes();
    bytes[(int) chunkOffset(bytes) + 60] ^= 1;
    Files.write(path, bytes);

    var thrown =
        assertThrows(JournalException.class, () -> JournalReader.readTransitions(path, t -> {}));

    assertTrue(thrown.toString().contains("`tandem data verify`"));
  }

  @Test
  void namesATransitionThatIsNotFinite() throws IOException {
    try (McapWriter writer = foreign()) {
      McapChannel channel = channel(writer, Topic.TRANSITION, Topic.TRANSITION.definition());
      CdrWriter cdr = new CdrWriter();
      TransitionCodec.write(transition(0, 0, 1, "", Origin.POLICY), cdr.begin());
      Arrays.fill(cdr.array(), 32, 36, (byte) 0xff);
      writer.message(channel, 0, cdr.array(), cdr.size());
      writer.finish();
    }

    List<String> problems = JournalInspection.of(path).problems();

    assertTrue(
        problems
            .get(0)
            .endsWith(
                "/tandem/transition 0: episode 0, step 0, observation[0]: expected finite, found"
                    + " NaN"));
  }

  @Test
  void saysWhenRecordsAreOfAnotherVersion() throws IOException {
    try (McapWriter writer = foreign()) {
      McapChannel ticks = channel(writer, Topic.TICK, "int64 something_else\n");
      writer.message(ticks, 0, new byte[] {1, 2, 3}, 3);
      writer.finish();
    }

    assertEquals(
        List.of(
            "/tandem/tick: its schema tandem_msgs/msg/Tick is not this version's; its records are"
                + " counted and not read",
            "expected a record on /tandem/run, found none"),
        JournalInspection.of(path).problems());
  }

  @Test
  void missesTheRunsDescriptionInAClosedJournalThatHoldsNothing() throws IOException {
    try (McapWriter writer = foreign()) {
      writer.finish();
    }

    assertEquals(
        List.of("expected a record on /tandem/run, found none"),
        JournalInspection.of(path).problems());
  }

  @Test
  void saysWhenThereIsNoFile() {
    var thrown = assertThrows(JournalException.class, () -> JournalInspection.of(path));

    assertEquals("journal " + path + ": expected a file, found none", thrown.getMessage());
  }

  @Test
  void saysWhenAFileIsNoJournal() throws IOException {
    Files.writeString(path, "name,reward\n");

    var thrown = assertThrows(JournalException.class, () -> JournalInspection.of(path));

    assertEquals(
        "journal " + path + ": cannot be read: expected an MCAP file, found another start of file",
        thrown.getMessage());
  }

  @Test
  void listsTheFirstHundredProblemsAndCountsTheRest() {
    Transition[] transitions = new Transition[130];
    Arrays.setAll(transitions, i -> transition(0, 2 * i, 0, "", Origin.POLICY));
    write(transitions);

    List<String> problems = JournalInspection.of(path).problems();

    assertEquals(101, problems.size());
    assertEquals("and 29 more", problems.get(100));
  }

  private Journal create() {
    return Journal.create(path, Recording.run(), Recording.settings());
  }

  private void write(Transition... transitions) {
    try (Journal journal = create()) {
      for (Transition transition : transitions) {
        journal.transition(transition);
      }
    }
  }

  private JournalInspection inspect(byte[] bytes) throws IOException {
    Files.write(path, bytes);
    return JournalInspection.of(path);
  }

  private static List<Transition> record(MemoryFile disk, List<Long> acknowledgedBytes) {
    Recording recording = Recording.on(disk);
    Recorder recorder =
        new Recorder(
            recording.ring,
            recording.journal,
            recording.assembler,
            transition -> {
              recording.acknowledged.add(transition);
              acknowledgedBytes.add(recording.journal.acknowledgedBytes());
            });
    try (recorder) {
      for (int i = 0; i < 3; i++) {
        recording.script.decide(0.1 * i).hold(0);
        recorder.poll();
      }
    }
    return recording.acknowledged;
  }

  /** Where the second chunk starts; the first holds the run's description. */
  private long chunkOffset(byte[] bytes) throws IOException {
    Files.write(path, bytes);
    return new JournalLog(path)
        .messages.stream().mapToLong(m -> m.offset()).distinct().skip(1).findFirst().orElseThrow();
  }

  private McapWriter foreign() throws IOException {
    McapWriter writer = new McapWriter(Files.newByteChannel(path, CREATE));
    writer.start("ros2", "test");
    return writer;
  }

  private static final Set<OpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private static McapChannel channel(McapWriter writer, Topic topic, String definition)
      throws IOException {
    return writer.addChannel(
        writer.addSchema(topic.schema(), "ros2msg", definition), topic.path(), "cdr");
  }

  private static Transition transition(
      int episode, int step, double reward, String ending, Origin origin) {
    return new Transition(
        episode,
        step,
        step * 1_000_000L,
        new float[] {1},
        new float[] {1},
        new float[] {1},
        reward,
        new float[] {1},
        ending.equals("terminated"),
        ending.equals("truncated"),
        origin,
        Verdict.PASSED,
        0);
  }
}
