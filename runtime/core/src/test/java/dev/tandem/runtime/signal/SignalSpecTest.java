package dev.tandem.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SignalSpecTest {
  private static final SignalSpec SPEC = spec("q.0", "tool.x", "tool.y", "toolbox.x", "q.1");

  private static SignalSpec spec(String... names) {
    return new SignalSpec(
        "arm", List.of(names).stream().map(name -> Channel.of(name, "m")).toList());
  }

  private static void assertRefused(String message, Executable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act).getMessage());
  }

  @Test
  void aBlockIsFoundByItsPrefixAlone() {
    assertEquals(new Block(1, 2), SPEC.block("tool"));
    assertEquals(new Block(3, 1), SPEC.block("toolbox"));
  }

  @Test
  void aTornBlockIsRefusedWithTheChannelsThereAre() {
    assertRefused(
        "arm has no block q.*; it has [q.0, tool.x, tool.y, toolbox.x, q.1]",
        () -> SPEC.block("q"));
  }

  @Test
  void aMissingBlockIsRefusedWithTheChannelsThereAre() {
    assertRefused("arm has no block too.*; it has [q.0]", () -> spec("q.0").block("too"));
  }

  @Test
  void aChannelIsFoundByItsName() {
    assertEquals(2, SPEC.indexOf("tool.y"));
    assertEquals("tool.y", SPEC.channel(2).name());
  }

  @Test
  void aMissingChannelIsRefusedWithTheChannelsThereAre() {
    assertRefused("arm has no channel z; it has [x, y]", () -> spec("x", "y").indexOf("z"));
  }

  @Test
  void aNameThatStandsTwiceIsRefused() {
    assertRefused("arm: channel x stands twice", () -> spec("x", "y", "x"));
  }

  @Test
  void aMadeBlockCountsFromZero() {
    SignalSpec made = new SignalSpec("made", SignalSpec.block("tau", "Nm", 2));
    assertEquals(new Block(0, 2), made.block("tau"));
    assertEquals(new Channel("tau.1", "Nm", -1 / 0.0, 1 / 0.0), made.channel(1));
  }

  @Test
  void aChannelNeedsANameAndRoomBetweenItsBounds() {
    assertRefused("a channel needs a name, unit m", () -> Channel.of(" ", "m"));
    assertRefused(
        "channel x: min must be < max, got 1.0 and 1.0", () -> new Channel("x", "m", 1, 1));
    assertRefused(
        "channel x: min must be < max, got NaN and 1.0",
        () -> new Channel("x", "m", Double.NaN, 1));
  }

  @Test
  void aBlockOfNothingIsRefused() {
    assertRefused("no such block: offset 0, size 0", () -> new Block(0, 0));
    assertRefused("no such block: offset -1, size 1", () -> new Block(-1, 1));
  }
}
