package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused for a watchdog's file, and in which words. */
class SharedPageTest {
  private static final WatchdogLimits LIMITS =
      new WatchdogLimits(7_000_000, 30_000_000, 500_000, 90_000_000);

  private static final String ANOTHER_WATCHDOG =
      "end that one first, or name another file by --file";

  @TempDir private Path folder = Path.of("");

  private Path file() {
    return folder.resolve("page");
  }

  private void make() {
    SharedPage.create(file(), LIMITS).close();
  }

  private void change(int at, int value) throws IOException {
    byte[] bytes = Files.readAllBytes(file());
    bytes[at] = (byte) value;
    Files.write(file(), bytes);
  }

  private void assertRefused(String why) {
    PageException e = assertThrows(PageException.class, () -> SharedPage.open(file()).close());
    assertEquals(file() + ": " + why, e.getMessage());
  }

  private static String instead(String expected, String found) {
    return "expected %s, found %s; end what uses it, delete it and start ./tandem watchdog again"
        .formatted(expected, found);
  }

  @Test
  void carriesTheLimitsToTheRuntime() {
    make();
    try (SharedPage page = SharedPage.open(file())) {
      assertEquals(LIMITS, page.limits());
    }
  }

  @Test
  void hasItsBytesWhereTheDocumentationSays() throws IOException {
    make();
    byte[] bytes = Files.readAllBytes(file());
    assertEquals(4096, bytes.length);
    assertEquals("TANDEMWD", new String(bytes, 0, 8, java.nio.charset.StandardCharsets.US_ASCII));
    assertEquals(3, bytes[8]);
    assertEquals(0x10, bytes[13], "4096, little-endian");
  }

  @Test
  void saysWhatToStartWhenThereIsNoFile() {
    assertRefused(
        "expected a watchdog's file, found none; start ./tandem watchdog --file " + file());
  }

  @Test
  void refusesAnotherSize() throws IOException {
    Files.write(file(), new byte[100]);
    assertRefused(instead("4096 bytes", "100"));
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    make();
    change(8, 2);
    assertRefused(instead("a watchdog's file of version 3", "version 2"));
  }

  @Test
  void refusesWhatIsNoWatchdogsFile() throws IOException {
    make();
    change(0, 'X');
    assertRefused(instead("a watchdog's file of version 3", "something else"));
  }

  @Test
  void refusesDamagedLimits() throws IOException {
    make();
    change(16, 99);
    assertRefused(instead("a watchdog's file of version 3", "a damaged header"));
  }

  /** As where the file is on a disk: CLOCK_MONOTONIC has begun anew. */
  private void makeBeforeTheMachineStarted() throws IOException {
    byte[] page = new byte[4096];
    Arrays.fill(page, (byte) 1);
    byte[] header = PageHeader.of(LIMITS, Boot.id() + 1);
    System.arraycopy(header, 0, page, 0, header.length);
    Files.write(file(), page);
  }

  @Test
  void refusesTheFileOfAnEarlierStartOfTheMachine() throws IOException {
    makeBeforeTheMachineStarted();
    assertRefused(
        "expected a watchdog's file of this start of the machine, found one of an earlier start;"
            + " start ./tandem watchdog --file "
            + file());
    assertEquals(0, filesOpen());
  }

  @Test
  void aWatchdogKeepsNothingOfAnEarlierStartOfTheMachine() throws IOException {
    makeBeforeTheMachineStarted();
    make();
    byte[] page = Files.readAllBytes(file());
    assertArrayEquals(PageHeader.of(LIMITS, Boot.id()), Arrays.copyOf(page, PageHeader.BYTES));
    assertArrayEquals(new byte[4096 - 64], Arrays.copyOfRange(page, 64, 4096));
  }

  @Test
  void aWatchdogOfTheSameStartOfTheMachineKeepsWhatOthersWrote() {
    make();
    try (SharedPage page = SharedPage.open(file())) {
      page.set(Word.REQUEST, 7);
      make();
      assertEquals(7, page.get(Word.REQUEST));
    }
  }

  @Test
  void theStartOfTheMachineIsTheKernelsNumberForIt() throws IOException {
    make();
    String kernels = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
    byte[] page = Files.readAllBytes(file());
    StringBuilder found = new StringBuilder();
    for (int i = 55; i >= 48; i--) {
      found.append(String.format("%02x", page[i]));
    }
    assertEquals(kernels.replace("-", "").substring(0, 16), found.toString());
  }

  @Test
  void admitsOneWatchdogAtATime() {
    try (SharedPage first = SharedPage.create(file(), LIMITS)) {
      PageException e =
          assertThrows(PageException.class, () -> SharedPage.create(file(), LIMITS).close());
      assertEquals(
          first.file()
              + ": expected no other watchdog, found one that has it open; "
              + ANOTHER_WATCHDOG,
          e.getMessage());
    }
    make();
  }

  @Test
  void admitsNoSecondWatchdogInAnotherProcess() throws IOException, InterruptedException {
    Child other = new Child(WatchdogChild.class, file());
    try {
      PageException e =
          assertThrows(PageException.class, () -> SharedPage.create(file(), LIMITS).close());
      assertEquals(
          file() + ": expected no other watchdog, found one that has it open; " + ANOTHER_WATCHDOG,
          e.getMessage());
    } finally {
      other.close();
    }
  }

  /** Of this process. */
  private long filesOpen() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(this::isThePage).count();
    }
  }

  private boolean isThePage(Path descriptor) {
    try {
      return Files.isSameFile(descriptor, file());
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void keepsNoFileOpenThatItIsRefused() throws IOException {
    try (SharedPage first = SharedPage.create(file(), LIMITS)) {
      assertThrows(PageException.class, () -> SharedPage.create(file(), LIMITS).close());
      assertEquals(1, filesOpen(), first.file()::toString);
    }
    assertEquals(0, filesOpen());
  }

  @Test
  void admitsOneRuntimeAndOnePersonAtATimeAndAnyNumberOfReaders() {
    make();
    for (SharedPage.Side side :
        new SharedPage.Side[] {SharedPage.Side.RUNTIME, SharedPage.Side.PERSON}) {
      try (SharedPage first = SharedPage.open(file(), side)) {
        PageException e =
            assertThrows(PageException.class, () -> SharedPage.open(file(), side).close());
        String who = side.name().toLowerCase(Locale.ROOT);
        String wayOut =
            side == SharedPage.Side.RUNTIME
                ? "end that run first, or start a watchdog with another --file for this one"
                : "ask again when that one has its answer";
        assertEquals(
            "%s: expected no other %s, found one that has it open; %s"
                .formatted(first.file(), who, wayOut),
            e.getMessage());
      }
    }
    try (SharedPage first = SharedPage.open(file());
        SharedPage second = SharedPage.open(file())) {
      assertEquals(first.limits(), second.limits());
    }
  }

  @Test
  void aFileThatWasRefusedIsLetGoOf() throws IOException {
    make();
    byte[] sound = Files.readAllBytes(file());
    change(16, 99);
    assertThrows(
        PageException.class, () -> SharedPage.open(file(), SharedPage.Side.RUNTIME).close());
    Files.write(file(), sound);
    SharedPage.open(file(), SharedPage.Side.RUNTIME).close();
  }

  @Test
  void aNewWatchdogsLimitsReplaceTheOldOnes() {
    make();
    SharedPage.create(file(), WatchdogLimits.faultMatrix()).close();
    try (SharedPage page = SharedPage.open(file())) {
      assertEquals(WatchdogLimits.faultMatrix(), page.limits());
    }
  }

  @Test
  void doesNotMindAFileThatWasHalfMadeWhenItsWatchdogDied() throws IOException {
    Files.writeString(folder.resolve("page.new"), "half");
    make();
    try (SharedPage page = SharedPage.open(file())) {
      assertEquals(LIMITS, page.limits());
    }
    assertFalse(Files.exists(folder.resolve("page.new")));
  }

  @Test
  void aClosedPageIsNotReadAnyMore() {
    make();
    SharedPage page = SharedPage.open(file());
    page.close();
    assertThrows(IllegalStateException.class, () -> page.get(Word.STOPS));
  }

  @Test
  void refusesLimitsThatCannotBeKept() {
    assertThrows(IllegalArgumentException.class, () -> new WatchdogLimits(10, 20, 0, 20));
    assertThrows(IllegalArgumentException.class, () -> new WatchdogLimits(19, 40, 10, 40));
    assertThrows(IllegalArgumentException.class, () -> new WatchdogLimits(20, 19, 10, 20));
    assertThrows(IllegalArgumentException.class, () -> new WatchdogLimits(20, 20, 10, 19));
    assertEquals(10, new WatchdogLimits(20, 20, 10, 20).lookNanos());
  }

  @Test
  void saysInWordsThatAFileMayNotBeReadOrIsAFolder() {
    Path folder = Path.of("/").toAbsolutePath();
    String isFolder =
        String.valueOf(
            assertThrows(PageException.class, () -> SharedPage.open(folder)).getMessage());
    assertEquals("/: expected a watchdog's file, found a folder; name a file in it", isFolder);
    Path file = Path.of("/dev/shm/page");
    String denied =
        String.valueOf(
            new PageException(file, new AccessDeniedException("/dev/shm/page")).getMessage());
    assertTrue(denied.contains("found no permission; name another by --file"), denied);
    assertTrue(denied.endsWith("ls -ld /dev/shm /dev/shm/page"), denied);
  }

  @Test
  void whatElseKeepsTheFileFromBeingUsedIsTold() {
    PageException full = new PageException(file(), new IOException("No space left on device"));
    assertEquals(
        file()
            + ": expected a file that can be read and written, found java.io.IOException: No space"
            + " left on device; name another by --file",
        full.getMessage());
  }
}
