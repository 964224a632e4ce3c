package dev.tandem.app.timing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LoopFiguresTest {
  @Test
  void aLoopThatNeverHadPowerHasNoFirstTickWithIt() {
    String json = new LoopFigures(1_000_000, () -> 0).json().toString();
    assertTrue(json.contains("\"first_armed_tick_us\":null"), json);
  }
}
