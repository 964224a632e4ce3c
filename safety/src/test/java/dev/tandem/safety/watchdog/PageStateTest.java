package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can become of a watchdog's file under who has it open. */
class PageStateTest {
  @TempDir private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private SharedPage page;

  @BeforeEach
  void make() {
    page = SharedPage.create(file(), WatchdogLimits.faultMatrix());
  }

  @AfterEach
  void close() {
    page.close();
  }

  private Path file() {
    return folder.resolve("page");
  }

  @Test
  void staysTheSameWhateverIsWrittenIntoIt() throws IOException {
    assertEquals(PageState.THERE, page.state());
    Files.write(file(), new byte[SharedPage.BYTES]);
    assertEquals(PageState.THERE, page.state());
  }

  @Test
  void isCutOffWhereAByteOfItIsMissing() throws IOException {
    Files.write(file(), new byte[SharedPage.BYTES - 1]);
    assertEquals(PageState.CUT_OFF, page.state());
  }

  @Test
  void isGoneWhereItsNameLeadsNowhereAlsoWithAnotherNameLeft() throws IOException {
    Files.move(file(), folder.resolve("moved"));
    assertEquals(PageState.GONE, page.state());
  }

  @Test
  void isReplacedWhereItsNameLeadsToAnotherFileOfTheSameBytes() throws IOException {
    byte[] bytes = Files.readAllBytes(file());
    Files.delete(file());
    Files.write(file(), bytes);
    assertEquals(PageState.REPLACED, page.state());
  }
}
