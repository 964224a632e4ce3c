package dev.tandem.controllers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AllocatedBytesTest {
  private static volatile double[] sink = {};

  @Test
  void seesOneArrayACall() {
    assertTrue(AllocatedBytes.perCall(() -> sink = new double[3]) >= 24, "sink " + sink.length);
  }
}
