package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TickBenchTest {
  @Test
  void aFullTickAllocatesNothing() {
    // What a class allocates once, when a branch is first taken, is no part of a tick.
    assertEquals(0, (long) new TickBench(1).measure(30_000, 30_000).bytesPerCall());
  }
}
