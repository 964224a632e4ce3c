package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SettledTest {
  private final List<String> said = new ArrayList<>();
  private boolean compilersRest;
  private int asked;
  private final Settled settled =
      new Settled(
          () -> {
            asked++;
            return compilersRest;
          },
          said::add);

  @Test
  void waitsForTicksAndThenForTheCompilers() {
    compilersRest = true;
    assertFalse(settled.after(0));
    assertFalse(settled.after(Settled.LEAST_TICKS - 1));
    assertEquals(0, asked, "each time is a pause for the whole virtual machine");
    assertTrue(settled.after(Settled.LEAST_TICKS));
  }

  @Test
  void isSettledForGoodOnce() {
    assertFalse(settled.after(2_000));
    compilersRest = true;
    assertTrue(settled.after(2_020));
    compilersRest = false;
    assertTrue(settled.after(2_040));
  }

  @Test
  void doesNotWaitForCompilersThatNeverRest() {
    assertFalse(settled.after(Settled.MOST_TICKS - 1));
    assertTrue(settled.after(Settled.MOST_TICKS));
  }

  @Test
  void saysOnceThatItWaits() {
    settled.after(0);
    assertEquals(List.of(), said);
    settled.after(1);
    settled.after(20);
    assertEquals(1, said.size());
  }
}
