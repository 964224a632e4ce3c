package dev.tandem.app.soak;

import dev.tandem.app.bench.ProcessMemory;
import dev.tandem.app.report.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How much memory a session holds, at its start and after each quarter: the heap once garbage was
 * collected, and what the process has in memory. The first quarter is for warming up; flat is what
 * grows no more than so much in the other three.
 */
final class MemoryCourse {
  /** More than a journal's index of an hour, some 5 MB, which its summary needs at the end. */
  private static final double MOST_HEAP_MB = 16;

  private static final double MOST_RESIDENT_MB = 64;
  private static final double BYTES_PER_MB = 1e6;
  private static final int WARM = 1;

  private final Consumer<Runnable> inQuiet;
  private final List<Double> heapMb = new ArrayList<>();
  private final List<Double> residentMb = new ArrayList<>();

  /**
   * Nothing was seen yet.
   *
   * @param inQuiet runs what it is given while nothing else of this process allocates: that would
   *     be counted
   */
  MemoryCourse(Consumer<Runnable> inQuiet) {
    this.inQuiet = inQuiet;
  }

  /** Takes a sample. */
  void look() {
    inQuiet.accept(this::sample);
  }

  private void sample() {
    ProcessMemory memory = ProcessMemory.now();
    if (Double.isNaN(memory.residentBytes())) {
      throw new IllegalStateException(
          "expected what this process holds in memory in /proc/self/status, found nothing");
    }
    add(memory.heapUsedBytes() / BYTES_PER_MB, memory.residentBytes() / BYTES_PER_MB);
  }

  void add(double heap, double resident) {
    heapMb.add(heap);
    residentMb.add(resident);
  }

  double heapGrowthMb() {
    return growth(heapMb);
  }

  double residentGrowthMb() {
    return growth(residentMb);
  }

  private static double growth(List<Double> samples) {
    return samples.get(samples.size() - 1) - samples.get(Math.min(WARM, samples.size() - 1));
  }

  boolean isFlat() {
    return heapGrowthMb() <= MOST_HEAP_MB && residentGrowthMb() <= MOST_RESIDENT_MB;
  }

  /** Keys {@code heap_mb_0 .. 4, rss_mb_0 .. 4, heap_growth_mb, rss_growth_mb, memory_flat}. */
  JsonObject json() {
    JsonObject json = new JsonObject();
    for (int i = 0; i < heapMb.size(); i++) {
      json.put("heap_mb_" + i, heapMb.get(i)).put("rss_mb_" + i, residentMb.get(i));
    }
    return json.put("heap_growth_mb", heapGrowthMb())
        .put("rss_growth_mb", residentGrowthMb())
        .put("memory_flat", isFlat());
  }
}
