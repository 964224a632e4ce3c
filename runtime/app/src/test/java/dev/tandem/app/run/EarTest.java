package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.safety.authority.Operator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Standard input that sends what no person says, fails, or ends. */
final class EarTest {
  private final List<String> asked = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  private PersonLines hear(Mode mode, String lines) {
    return hear(mode, new StringReader(lines));
  }

  private PersonLines hear(Mode mode, Reader lines) {
    PersonLines person =
        new PersonLines(
            new BufferedReader(lines), new Operator(asked::add), () -> mode, said::add, line -> {});
    assertTrue(person.isPresent());
    person.run();
    assertFalse(person.isPresent(), "nobody is heard any more");
    return person;
  }

  @Test
  void tellsOnceThatNobodyCanSayStopAnyMoreAndWhatIsLeft() {
    hear(Mode.RUN_POLICY, "hold\n");
    assertEquals(List.of("hold"), asked);
    assertEquals(List.of(PersonLines.ENDED), said);
    assertTrue(said.get(0).contains("nobody can say stop here any more; Ctrl-C or SIGTERM"));
  }

  /** Many are said, then the input fails. */
  private static final class Endless extends Reader {
    private final char each;
    private final Runnable end;
    private long left;

    Endless(char each, long count, Runnable end) {
      this.each = each;
      this.left = count;
      this.end = end;
    }

    @Override
    public int read(char[] into, int offset, int count) throws IOException {
      if (left <= 0) {
        end.run();
        throw new IOException("the terminal is gone");
      }
      Arrays.fill(into, offset, offset + count, each);
      left -= count;
      return count;
    }

    @Override
    public void close() {}
  }

  /** Before it ends, which it may never. */
  @Test
  void stopsAtALineThatIsTooLongWithoutWaitingForItsEnd() {
    hear(
        Mode.RUN_POLICY,
        new Endless('x', 50_000_000, () -> assertEquals(1, asked.size(), asked::toString)));
    assertEquals("stop: not understood: " + "x".repeat(60), asked.get(0));
    assertEquals(2, said.size(), said::toString);
  }

  @Test
  void hearsWhatFollowsALineThatIsTooLong() {
    String longest = "stop " + "x".repeat(SpokenLines.MOST_CHARS - 5);
    hear(Mode.ARMED, longest + "\n" + "y".repeat(5000) + "\r\nhold\r\n" + longest + "z");
    assertEquals(
        List.of(
            longest.replaceFirst("stop", "stop:"),
            "stop: not understood: " + "y".repeat(60),
            "hold"),
        asked.subList(0, 3));
  }

  @Test
  void aLineThatIsTooLongKeepsTheRobotFromStartingByItself() {
    assertTrue(hear(Mode.OFF, " ".repeat(SpokenLines.MOST_CHARS + 1)).spoke());
    assertFalse(hear(Mode.OFF, " ".repeat(SpokenLines.MOST_CHARS)).spoke());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void anEarThatFailsStopsARobotWithPowerAndTellsIt(Mode mode) {
    hear(mode, new Endless('x', 0, () -> {}));
    String failed = "java.io.IOException: the terminal is gone";
    assertEquals(
        mode.isPowered() ? List.of("stop: standard input failed: " + failed) : List.of(), asked);
    assertEquals(1, said.size());
    assertTrue(said.get(0).contains("nobody is heard from now on: " + failed), said::toString);
  }

  @Test
  void anErrorIsAFailureToo() {
    Runnable error =
        () -> {
          throw new OutOfMemoryError("a test");
        };
    hear(Mode.ARMED, new Endless('x', 0, error));
    assertEquals(List.of("stop: standard input failed: java.lang.OutOfMemoryError: a test"), asked);
  }
}
