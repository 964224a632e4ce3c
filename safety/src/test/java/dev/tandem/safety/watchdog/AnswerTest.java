package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden numbers of golden/answer.py, written from docs/watchdog.md in Python 3.11; exact. */
class AnswerTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void isTheDocumentedMix() {
    assertEquals(0x34696ECC53703BEL, Answer.of(Answer.BY_RUNTIME, 1, 2, 3));
    assertEquals(0xC11F8BE41144AE2EL, Answer.of(Answer.BY_WATCHDOG, 1, 2, 3));
  }

  @Test
  void makesTheDocumentedPermit() {
    try (SharedPage page =
        SharedPage.create(folder.resolve("page"), WatchdogLimits.faultMatrix())) {
      new DrivePermit(page).grant(5_000_000_999L);
      assertEquals(0x4C4B40E15EL, page.get(Word.PERMIT));
    }
  }

  @Test
  void asksAnotherQuestionEveryTime() {
    long challenge = 0;
    for (int i = 0; i < 1000; i++) {
      assertNotEquals(challenge, Answer.nextChallenge(challenge));
      challenge = Answer.nextChallenge(challenge);
    }
  }
}
