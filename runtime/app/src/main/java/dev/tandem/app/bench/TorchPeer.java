package dev.tandem.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** PyTorch on the same machine, as Debian's {@code python3-torch} brings it, to measure against. */
final class TorchPeer {
  private static final String SCRIPT = "/dev/tandem/app/bench/torch_learner.py";
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final int TIMEOUT_SECONDS = 120;

  private final int threads;
  private final boolean there;
  private String blas = "unknown";

  private TorchPeer(int threads, boolean there) {
    this.threads = threads;
    this.there = there;
  }

  /** Looks whether {@code import torch} works. */
  static TorchPeer find(int threads) {
    boolean there =
        Files.isExecutable(PYTHON)
            && run(threads, List.of(PYTHON.toString(), "-c", "import torch; print(1)")).size() == 1;
    return new TorchPeer(threads, there);
  }

  boolean isThere() {
    return there;
  }

  /** What multiplies PyTorch's matrices: openblas, mkl or reference, which is many times slower. */
  String blas() {
    return blas;
  }

  /**
   * Median milliseconds of one update at UTD 1, with one thread or with all, whichever is faster;
   * NaN when PyTorch is not there.
   */
  double millis(int critics, int calls) {
    if (!there) {
      return Double.NaN;
    }
    double single = millis(critics, calls, 1);
    return threads == 1 ? single : Math.min(single, millis(critics, calls, threads));
  }

  private double millis(int critics, int calls, int threads) {
    try (InputStream script = TorchPeer.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IllegalStateException(SCRIPT + " is not on the class path; build again");
      }
      String code = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines =
          run(
              threads,
              List.of(
                  PYTHON.toString(), "-c", code, String.valueOf(critics), String.valueOf(calls)));
      if (lines.size() < 2) {
        return Double.NaN;
      }
      blas = lines.get(lines.size() - 2);
      return Double.parseDouble(lines.get(lines.size() - 1));
    } catch (IOException e) {
      throw new UncheckedIOException(SCRIPT + " cannot be read", e);
    }
  }

  /** The lines that the command prints; none when it fails. */
  private static List<String> run(int threads, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    // Presets of the machine that halve OpenBLAS would make the comparison unfair.
    environment.remove("OPENBLAS_CORETYPE");
    environment.remove("OPENBLAS_L2_SIZE");
    environment.put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
    environment.put("OMP_NUM_THREADS", String.valueOf(threads));
    environment.put("OMP_WAIT_POLICY", "PASSIVE");
    try {
      Process process = builder.start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? output.lines().toList() : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
