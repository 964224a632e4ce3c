package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a row says that was seen, seen at rest only, or never seen. */
final class LimitTableTest {
  private final LimitTable table = new LimitTable();
  private final LimitTable.Row limit = table.add("speed", 1);
  private final LimitTable.Row sign = table.addSign("broken");
  private final LimitTable.Row shown = table.show("shown", 1);

  @Test
  void whatNoTickLookedAtIsNotExercised() {
    assertEquals(List.of("speed", "broken", "shown"), table.notExercised());
    String figures = table.figures().toString();
    assertTrue(figures.contains("\"worst_speed\":null,\"violations_speed\":null"), figures);
    assertTrue(figures.contains("\"not_exercised\":[\"speed\",\"broken\",\"shown\"]"), figures);
  }

  @Test
  void neitherIsALimitOfWhatNeverMovedButASignThatIsNotThereIsGood() {
    limit.saw(0);
    sign.saw(0);
    shown.saw(0);
    assertEquals(List.of("speed", "shown"), table.notExercised());
    limit.saw(-0.1);
    limit.saw(0.2);
    shown.saw(0.5);
    assertEquals(List.of(), table.notExercised());
    String figures = table.figures().toString();
    assertTrue(figures.contains("\"worst_speed\":0.2,\"violations_speed\":0"), figures);
  }

  @Test
  void whatIsNoNumberIsAViolationAndNeverNothing() {
    limit.saw(Double.NaN);
    assertEquals(List.of("broken", "shown"), table.notExercised());
    assertEquals(1, table.violations());
  }
}
