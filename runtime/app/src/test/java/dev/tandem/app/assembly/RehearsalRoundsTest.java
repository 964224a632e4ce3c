package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RehearsalRoundsTest {
  private final List<String> said = new ArrayList<>();
  private final AtomicLong rounds = new AtomicLong();

  @Test
  void oneThatNeverSettlesIsToldOnTheWayAndGivenUp() {
    boolean settled =
        new RehearsalRounds(rounds::incrementAndGet, rounds::get, () -> false).settle(1, said::add);
    assertFalse(settled);
    assertEquals(400, rounds.get());
    assertEquals("rehearsed in 50 rounds of 200 to 400 so far ...", said.get(1));
    assertEquals(10, said.size(), said::toString);
    assertTrue(said.get(9).startsWith("not settled after 400 rounds"), said::toString);
  }

  @Test
  void whoIsToldToEndGivesUpAfterTheRound() {
    assertFalse(
        new RehearsalRounds(rounds::incrementAndGet, rounds::get, () -> rounds.get() == 3)
            .settle(1, said::add));
    assertEquals("given up in round 3: the run was told to end", said.get(1));
  }
}
