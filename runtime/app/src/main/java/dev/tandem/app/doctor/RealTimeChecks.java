package dev.tandem.app.doctor;

import dev.tandem.runtime.os.RealTime;
import dev.tandem.safety.watchdog.WatchdogThread;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a control thread may ask of the kernel, and what the kernel would do to it. */
final class RealTimeChecks {
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RT_RUNTIME = Path.of("/proc/sys/kernel/sched_rt_runtime_us");
  private static final Path ISOLATED = Path.of("/sys/devices/system/cpu/isolated");
  private static final Pattern PRIORITY = Pattern.compile("(?m)^Max realtime priority\\s+(\\S+)");
  private static final Pattern LOCKED = Pattern.compile("(?m)^Max locked memory\\s+(\\S+)");
  private static final Pattern CAPABILITIES = Pattern.compile("(?m)^CapEff:\\s*(\\p{XDigit}+)");
  private static final int CAP_IPC_LOCK = 14;
  private static final int CAP_SYS_NICE = 23;

  private final Machine machine;

  RealTimeChecks(Machine machine) {
    this.machine = machine;
  }

  List<Finding> findings() {
    return List.of(scheduler(), lockedMemory(), throttling(), isolatedCores());
  }

  private Finding scheduler() {
    String limit = first(PRIORITY, text(LIMITS), "unknown");
    boolean nice = may(CAP_SYS_NICE);
    return Finding.optional(
        "scheduler",
        nice || isEnough(limit),
        "real-time priority limit " + limit + (nice ? ", CAP_SYS_NICE" : ", no CAP_SYS_NICE"),
        "for real-time scheduling on a robot: " + RealTime.PRIORITY_ADVICE);
  }

  /** For what watchdog and run ask when nobody says otherwise. */
  private static boolean isEnough(String limit) {
    boolean number = limit.matches("\\d{1,3}");
    return limit.equals("unlimited")
        || (number && Integer.parseInt(limit) >= WatchdogThread.USUAL_PRIORITY);
  }

  private Finding lockedMemory() {
    String limit = first(LOCKED, text(LIMITS), "unknown");
    boolean capable = may(CAP_IPC_LOCK);
    return Finding.optional(
        "locked-memory",
        capable || limit.equals("unlimited"),
        "limit " + limit + (capable ? ", CAP_IPC_LOCK" : ", no CAP_IPC_LOCK"),
        "so that nothing is paged out: " + RealTime.MEMORY_ADVICE);
  }

  /** A loop that sleeps stays far below the usual 95 %; one that spins does not. */
  private Finding throttling() {
    String micros = text(RT_RUNTIME).strip();
    boolean off = micros.equals("-1");
    String found = off ? "real-time threads are not throttled" : micros + " us of each second";
    return Finding.present("rt-throttling", micros.isEmpty() ? "not known" : found);
  }

  private Finding isolatedCores() {
    String cores = text(ISOLATED).strip();
    return Finding.optional(
        "isolated-core",
        !cores.isEmpty(),
        cores.isEmpty() ? "none" : "cpu " + cores,
        "the control thread shares its core with others; on a robot start the kernel with"
            + " isolcpus=1 nohz_full=1 rcu_nocbs=1 and give --cpu 1");
  }

  private boolean may(int capability) {
    long effective = Long.parseUnsignedLong(first(CAPABILITIES, text(STATUS), "0"), 16);
    return (effective >> capability & 1) != 0;
  }

  private String text(Path file) {
    return machine.text(file).orElse("");
  }

  private static String first(Pattern pattern, String text, String otherwise) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : otherwise;
  }
}
