package dev.tandem.runtime.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel has counted of one thread since it began; proc(5). Any thread may ask, the one
 * that it is about is not disturbed.
 *
 * @param readyNanos spent ready to run while another had the core: a real-time thread does so when
 *     one of higher priority has it, or when the kernel throttles real-time threads
 * @param preemptions how often it was taken off its core
 */
public record ThreadAccount(long readyNanos, long preemptions) {
  private static final Path TASKS = Path.of("/proc/self/task");

  /** The calling thread's number in the kernel. */
  public static int thisThread() {
    return Libc.threadId();
  }

  /** Of a thread of this process; zeros when it has gone or the kernel does not count. */
  public static ThreadAccount of(int thread) {
    Path task = TASKS.resolve(Integer.toString(thread));
    return of(text(task.resolve("schedstat")), text(task.resolve("status")));
  }

  static ThreadAccount of(String schedstat, String status) {
    String[] words = schedstat.strip().split(" ", -1);
    long readyNanos = words.length < 3 ? 0 : Long.parseLong(words[1]);
    return new ThreadAccount(readyNanos, number(status, "nonvoluntary_ctxt_switches:"));
  }

  /** The number behind {@code key} in a file of lines; 0 when it is not there. */
  static long number(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip().split(" ", 2)[0])
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
