package dev.tandem.app.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cores, GPU, memory and disk. */
final class HardwareChecks {
  private static final long GIB = 1L << 30;
  private static final Pattern CPU = Pattern.compile("(?m)^model name\\s*:\\s*(.*)$");

  private final Machine machine;
  private final Path runs;

  HardwareChecks(Machine machine, Path runs) {
    this.machine = machine;
    this.runs = runs;
  }

  List<Finding> findings() {
    return List.of(cpu(), gpu(), memory(), disk());
  }

  private Finding cpu() {
    String info = machine.text(Path.of("/proc/cpuinfo")).orElse("");
    String name = first(CPU, info, machine.property("os.arch"));
    String cores = machine.cores() + (machine.cores() == 1 ? " core, " : " cores, ");
    return Finding.optional(
        "cpu",
        machine.cores() >= 2,
        cores + name + vectors(info),
        "control and learning take turns; two or more are better");
  }

  private Finding gpu() {
    return switch (machine.gpu()) {
      case SEEN ->
          Finding.present("gpu", "TensorFlow computes on it; learner.engine auto takes it");
      case UNSEEN ->
          Finding.optional(
              "gpu",
              false,
              "NVIDIA's driver is at work, TensorFlow sees no GPU",
              "build with TANDEM_MAVEN_ARGS=-Pgpu on linux-x86_64, install CUDA 12 and cuDNN 9");
      case NONE ->
          Finding.optional(
              "gpu", false, "no NVIDIA driver at work", "dense layers are learnt on the CPU");
    };
  }

  private static String vectors(String cpuinfo) {
    if (cpuinfo.contains(" avx512f")) {
      return ", AVX-512";
    }
    if (cpuinfo.contains(" avx2")) {
      return ", AVX2";
    }
    return cpuinfo.contains(" asimd") ? ", NEON" : "";
  }

  private Finding memory() {
    double gib = (double) machine.memoryBytes() / GIB;
    return Finding.required(
        "memory",
        machine.memoryBytes() >= 2 * GIB,
        String.format(Locale.ROOT, "%.1f GiB", gib),
        "learning needs 2 GiB or more");
  }

  private Finding disk() {
    try {
      long bytes = machine.writableBytes(runs);
      return Finding.required(
          "disk",
          bytes >= GIB,
          String.format(Locale.ROOT, "%.1f GiB free for %s", (double) bytes / GIB, runs),
          "a run needs up to 1 GiB: make room or set run.directory");
    } catch (IOException e) {
      return Finding.required(
          "disk",
          false,
          runs + ": " + e.getMessage(),
          "set run.directory to a folder that can be written");
    }
  }

  private static String first(Pattern pattern, String text, String otherwise) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : otherwise;
  }
}
