package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.journal.Journal;
import dev.tandem.runtime.record.journal.JournalSettings;
import dev.tandem.runtime.record.journal.RunDescription;
import dev.tandem.runtime.record.journal.RunDescription.Signals;
import dev.tandem.runtime.record.journal.RunDescription.TaskDescription;
import dev.tandem.runtime.signal.SignalSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataCommandsTest {
  @TempDir Path folder;
  private Path journal;

  @BeforeEach
  void writeAJournalOfTwoEpisodes() {
    journal = folder.resolve("journal.mcap");
    SignalSpec spec = new SignalSpec("s", SignalSpec.block("q", "rad", 1));
    RunDescription run =
        new RunDescription(
            "wiggle",
            7,
            "",
            new TaskDescription("reach", 100, 2, 0.98, List.of("q.0")),
            new Signals(spec, spec, spec));
    try (Journal writer = Journal.create(journal, run, new JournalSettings(0, 1))) {
      writer.transition(transition(0, 0, Origin.HUMAN));
      writer.transition(transition(0, 1, Origin.POLICY));
      writer.transition(transition(1, 0, Origin.POLICY));
      writer.transition(transition(1, 1, Origin.POLICY));
    }
  }

  @Test
  void findsAWholeJournalInOrder() {
    CommandLineRun run = CommandLineRun.of("data", "verify", folder.toString(), "--json");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains("5 records, 4 transitions, 0 gaps, closed properly"), run.err());
    assertTrue(
        run.lastLine().contains("\"records\":5,\"transitions\":4,\"gaps\":0,"), run.lastLine());
    assertTrue(run.lastLine().contains("\"complete\":true"), run.lastLine());
    assertTrue(run.lastLine().endsWith("\"problems\":[]}"), run.lastLine());
  }

  @Test
  void saysWhatIsWrongWithOneThatWasCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(journal);
    Files.write(journal, Arrays.copyOf(whole, whole.length - 20));
    CommandLineRun run = CommandLineRun.of("data", "verify", journal.toString(), "--json");
    assertEquals(1, run.exit());
    assertTrue(run.lastLine().contains("\"transitions\":4"), run.lastLine());
    assertTrue(run.lastLine().contains("\"complete\":false"), run.lastLine());
    assertTrue(run.lastLine().contains("\"problems\":[\""), run.lastLine());
    assertTrue(run.err().endsWith("\n1 problem\n"), run.err());
  }

  @Test
  void readsOneThatIsStillEmptyAsCutOffAtItsBeginning() throws IOException {
    Files.write(journal, new byte[0]);
    CommandLineRun verify = CommandLineRun.of("data", "verify", journal.toString());
    assertEquals(1, verify.exit());
    assertTrue(
        verify.out().contains("0 records, 0 transitions, 0 gaps, not closed\n"), verify.out());
    assertTrue(
        verify.out().endsWith("offset 0: truncated before the first record\n1 problem\n"),
        verify.out());
    CommandLineRun show = CommandLineRun.of("data", "show", folder.toString());
    assertEquals(0, show.exit(), show.err());
    assertTrue(show.out().startsWith("0.0 s on the loop's clock\n"), show.out());
  }

  @Test
  void countsTheLastStepIntoAnEpisodesSeconds() {
    String json = CommandLineRun.of("data", "show", folder.toString(), "--json").lastLine();
    assertTrue(json.contains("\"episode\":0,\"steps\":2,\"return\":2.0,\"seconds\":0.2"), json);
  }

  @Test
  void tellsRunChannelsAndEpisodes() {
    CommandLineRun run = CommandLineRun.of("data", "show", journal.toString());
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().startsWith("wiggle: reach, seed 7\n"), run.out());
    assertTrue(run.out().contains("TRUNCATED   PASSED      50 %"), run.out());
  }

  @Test
  void tellsProgramsOfEveryEpisode() {
    String json = CommandLineRun.of("data", "show", folder.toString(), "--json").lastLine();
    assertTrue(json.contains("\"run\":\"wiggle\",\"task\":\"reach\",\"seed\":7"), json);
    assertTrue(json.contains("\"episode\":1,\"steps\":2,\"return\":2.0"), json);
    assertTrue(json.contains("\"human_share\":0.5"), json);
  }

  @Test
  void refusesWhatIsNoJournal() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "hello");
    CommandLineRun run = CommandLineRun.of("data", "verify", text.toString());
    assertEquals(1, run.exit());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("tandem: journal " + text), run.err());
  }

  @Test
  void asksForAJournal() {
    CommandLineRun run = CommandLineRun.of("data", "verify");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("JOURNAL"), run.err());
  }

  private static Transition transition(long episode, int step, Origin origin) {
    float[] value = {0.5f};
    return new Transition(
        episode,
        step,
        (episode * 2 + step) * 100_000_000L,
        value,
        value,
        value,
        1,
        value,
        false,
        step == 1,
        origin,
        Verdict.PASSED,
        0);
  }
}
