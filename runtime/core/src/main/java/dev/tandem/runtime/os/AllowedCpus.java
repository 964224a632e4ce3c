package dev.tandem.runtime.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/** The cores that this process may use, as the kernel lists them. */
public final class AllowedCpus {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String KEY = "Cpus_allowed_list:";

  private final String list;
  private final BitSet cpus = new BitSet();

  private AllowedCpus(String list) {
    this.list = list;
    for (String range : list.isEmpty() ? List.<String>of() : List.of(list.split(",", -1))) {
      String[] ends = range.split("-", 2);
      int first = Integer.parseInt(ends[0]);
      cpus.set(first, Integer.parseInt(ends[ends.length - 1]) + 1);
    }
  }

  /** Empty where the kernel does not say. */
  public static AllowedCpus ofThisProcess() {
    try {
      return of(Files.readAllLines(STATUS));
    } catch (IOException e) {
      return new AllowedCpus("");
    }
  }

  static AllowedCpus of(List<String> status) {
    return new AllowedCpus(
        status.stream()
            .filter(line -> line.startsWith(KEY))
            .map(line -> line.substring(KEY.length()).strip())
            .findFirst()
            .orElse(""));
  }

  /** False only for a core of which the kernel says that it is none of them. */
  public boolean mayContain(int cpu) {
    return cpus.isEmpty() || cpus.get(cpu);
  }

  /** The kernel's list, for example {@code 0-1}. */
  @Override
  public String toString() {
    return list;
  }
}
