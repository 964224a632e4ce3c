package dev.tandem.runtime.os;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SignalsTest {
  private static String status(String ignored) {
    return "Name:\tjava\nSigBlk:\t0000000000000002\nSigIgn:\t%s\nSigCgt:\t0000000000000002\n"
        .formatted(ignored);
  }

  @Test
  void knowsWhetherAnInterruptIsIgnored() {
    assertTrue(Signals.isInterruptIgnored(status("0000000000000006")));
    assertTrue(Signals.isInterruptIgnored(status("ffffffffffffffff")));
    assertFalse(Signals.isInterruptIgnored(status("0000000000000005")));
    assertFalse(Signals.isInterruptIgnored("Name:\tjava\n"));
  }
}
