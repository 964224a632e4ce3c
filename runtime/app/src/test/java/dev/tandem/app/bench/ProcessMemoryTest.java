package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
  @Test
  void readsWhatTheSystemSaysOfTheProcess() {
    List<String> status = List.of("VmHWM:\t  900 kB", "VmRSS:\t  300 kB", "RssAnon:\t 100 kB");
    assertEquals(300 * 1024, ProcessMemory.residentBytes(status));
    assertEquals(Double.NaN, ProcessMemory.residentBytes(List.of("VmHWM:\t 900 kB")));
  }

  @Test
  void holdsWhatIsHeldAndHasAtLeastThat() {
    ProcessMemory before = ProcessMemory.now();
    long[] held = new long[4 << 20];
    ProcessMemory after = ProcessMemory.now();
    long bytes = (long) held.length * Long.BYTES;
    long grown = after.heapUsedBytes() - before.heapUsedBytes();
    assertTrue(grown > 0.8 * bytes && grown < 1.2 * bytes, grown + " of " + bytes);
    assertTrue(after.heapCommittedBytes() >= after.heapUsedBytes(), after::toString);
    assertTrue(!(after.residentBytes() < after.heapUsedBytes()), after::toString);
  }

  @Test
  void saysItInWordsAndForPrograms() {
    ProcessMemory memory = new ProcessMemory(60_000_000, 130_000_000, Double.NaN);
    String words = "heap 60 MB used of 130 MB, NaN MB resident";
    assertTrue(memory.toString().endsWith(words), memory::toString);
    assertEquals(
        "{\"heap_used_bytes\":60000000,\"heap_committed_bytes\":130000000,"
            + "\"resident_bytes\":null}",
        memory.json().toString());
  }
}
