package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LimitsSealTest {
  private final byte[] limits = "abc".getBytes(StandardCharsets.UTF_8);
  private final LimitsSeal seal = LimitsSeal.of("arm7", limits);

  /** The digest is that of FIPS 180-2, appendix B.1. */
  @Test
  void theSealIsTheHashOfTheFile() {
    assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", seal.sha256());
    assertEquals("", seal.problem("arm7", limits));
  }

  @Test
  void limitsOfAnotherRobotAreRefused() {
    assertEquals("limits: expected those of fr3, found those of arm7", seal.problem("fr3", limits));
  }

  @Test
  void limitsThatWereChangedAreRefused() {
    String problem = seal.problem("arm7", "abd".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "limits of arm7: expected sha256 " + seal.sha256() + ", found",
        problem.substring(0, problem.indexOf(", found") + 7));
  }
}
