package dev.tandem.runtime.act;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which limits acted: said by the filter, kept for the tick. */
class LimitMasksTest {
  private final LimitMasks masks = new LimitMasks();

  @Test
  void keepsAMaskForEachFilter() {
    masks.set(0, 5);
    masks.set(LimitMasks.MOST_FILTERS - 1, 1L << 63);
    assertEquals(5, masks.of(0));
    assertEquals(0, masks.of(1));
    assertEquals(1L << 63, masks.of(LimitMasks.MOST_FILTERS - 1));
    masks.clear();
    assertEquals(0, masks.of(0));
  }

  @Test
  void doesWithoutFiltersThatItHasNoPlaceFor() {
    masks.set(LimitMasks.MOST_FILTERS, 1);
    assertEquals(0, masks.of(LimitMasks.MOST_FILTERS));
    assertEquals(0, masks.toArray().length);
  }

  @Test
  void endsWithTheLastFilterThatLimitedSomething() {
    assertArrayEquals(new long[0], masks.toArray());
    masks.set(2, 7);
    assertArrayEquals(new long[] {0, 0, 7}, masks.toArray());
    LimitMasks copy = new LimitMasks();
    copy.set(4, 9);
    copy.copyFrom(masks);
    assertArrayEquals(new long[] {0, 0, 7}, copy.toArray());
  }

  @Test
  void aCommandRemembersWhichLimitsActedUntilItIsAsked() {
    MutableCommand command =
        new MutableCommand(new SignalSpec("drive", List.of(Channel.of("force", "N"))));
    assertEquals(0, command.takeLimits());
    command.limitedBy(0);
    command.limitedBy(5);
    command.limitedBy(5);
    assertEquals(0b100001, command.takeLimits());
    assertEquals(0, command.takeLimits());
    command.limitedBy(63);
    assertEquals(1L << 63, command.takeLimits());
    command.limitedBy(64);
    command.limitedBy(200);
    assertEquals(1L << 63, command.takeLimits(), "they share the last bit");
  }
}
