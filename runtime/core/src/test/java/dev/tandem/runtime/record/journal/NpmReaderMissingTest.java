package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class NpmReaderMissingTest {
  @Test
  void skipsAndNamesTheCommandThatInstallsTheReader() {
    TestAbortedException skip =
        assertThrows(TestAbortedException.class, () -> NpmReader.require(false, true));
    assertTrue(String.valueOf(skip.getMessage()).contains("scripts/setup.sh --tests"));
  }

  @Test
  void failsWhereNothingMayBeSkipped() {
    assertThrows(AssertionFailedError.class, () -> NpmReader.require(false, false));
  }

  @Test
  void goesOnWhereTheReaderIs() {
    NpmReader.require(true, false);
  }
}
