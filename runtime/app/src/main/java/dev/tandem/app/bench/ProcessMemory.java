package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What this process holds in memory, the virtual machine and its compiled code included.
 *
 * @param heapUsedBytes of Java's objects, once garbage was collected
 * @param heapCommittedBytes that the heap has, in use or not
 * @param residentBytes of the whole process; NaN where the system does not say
 */
public record ProcessMemory(long heapUsedBytes, long heapCommittedBytes, double residentBytes) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int BYTES_PER_KIB = 1024;
  private static final double BYTES_PER_MB = 1e6;

  /** Objects that only finalisation or a reference held go with the second one. */
  private static final int COLLECTIONS = 2;

  /** Collects garbage and looks. */
  public static ProcessMemory now() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    long committed = runtime.totalMemory();
    return new ProcessMemory(committed - runtime.freeMemory(), committed, resident());
  }

  private static double resident() {
    try {
      return residentBytes(Files.readAllLines(STATUS));
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** Of the lines of {@code /proc/PID/status}. */
  static double residentBytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Keys {@code heap_used_bytes, heap_committed_bytes, resident_bytes}. */
  public JsonObject json() {
    return new JsonObject()
        .put("heap_used_bytes", heapUsedBytes)
        .put("heap_committed_bytes", heapCommittedBytes)
        .put("resident_bytes", residentBytes);
  }

  /** For people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "the whole process, with the virtual machine and all else that it does: heap %.0f MB used"
            + " of %.0f MB, %.0f MB resident",
        heapUsedBytes / BYTES_PER_MB,
        heapCommittedBytes / BYTES_PER_MB,
        residentBytes / BYTES_PER_MB);
  }
}
