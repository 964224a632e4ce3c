package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.policies.sac.SacConfig;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PyTorch on the same machine, to measure against: the first python3 of the PATH that can import
 * it, else the system's own, to which Debian's {@code python3-torch} belongs.
 */
final class TorchPeer {
  private static final String SCRIPT = "/dev/tandem/app/bench/torch_learner.py";
  private static final String NOT_FOUND =
      "no python3 found that can import torch; install it: apt-get install python3-torch"
          + " libopenblas0-pthread";
  private static final Path SYSTEM_PYTHON = Path.of("/usr/bin/python3");
  static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final int threads;
  private final Duration timeout;
  private final String python;
  private final String version;
  private String blas = "unknown";
  private String problem;

  private TorchPeer(int threads, Duration timeout, String python, String version, String problem) {
    this.threads = threads;
    this.timeout = timeout;
    this.python = python;
    this.version = version;
    this.problem = problem;
  }

  /** Looks through this process's PATH. */
  static TorchPeer find(int threads) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return find(threads, candidates(path), TIMEOUT);
  }

  /** Takes the first of the programs that can import torch within the time. */
  static TorchPeer find(int threads, List<Path> pythons, Duration timeout) {
    return pythons.stream()
        .map(python -> importing(threads, python.toString(), timeout))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new TorchPeer(threads, timeout, "", "", NOT_FOUND));
  }

  private static Optional<TorchPeer> importing(int threads, String python, Duration timeout) {
    try {
      List<String> command = List.of(python, "-c", "import torch; print(torch.__version__)");
      String version = String.join(" ", process(threads, timeout).run(command));
      return Optional.of(new TorchPeer(threads, timeout, python, version, ""));
    } catch (PeerException e) {
      return Optional.empty();
    }
  }

  /** Every python3 in the folders of {@code path}, then the system's. */
  static List<Path> candidates(String path) {
    Stream<Path> onPath =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(path)
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, "python3"))
            .filter(Files::isExecutable);
    return Stream.concat(onPath, Stream.of(SYSTEM_PYTHON)).distinct().toList();
  }

  /** The same peer with another time for each measurement. */
  TorchPeer within(Duration limit) {
    return new TorchPeer(threads, limit, python, version, problem);
  }

  /** False also from the first measurement on that failed. */
  boolean isThere() {
    return problem.isEmpty();
  }

  /**
   * Which PyTorch it is and what multiplies its matrices: openblas, mkl or reference, which is many
   * times slower; or why there are no figures of it.
   */
  void describe(JsonObject json) {
    if (isThere()) {
      json.put("torch_python", python).put("torch_version", version).put("torch_blas", blas);
    } else {
      json.put("torch", problem);
    }
  }

  /**
   * Median milliseconds of one update with one thread or with all, whichever is faster; NaN when
   * PyTorch is not there. Of the variants of the critics it knows plain ones and DroQ.
   */
  double millis(SacConfig config, int calls) {
    double single = millis(config, calls, 1);
    return threads == 1 ? single : Math.min(single, millis(config, calls, threads));
  }

  private double millis(SacConfig config, int calls, int threads) {
    if (!isThere()) {
      return Double.NaN;
    }
    try {
      return answer(process(threads, timeout).run(command(config, calls)));
    } catch (PeerException e) {
      problem = String.valueOf(e.getMessage());
      return Double.NaN;
    }
  }

  private List<String> command(SacConfig config, int calls) {
    List<String> command = new ArrayList<>(List.of(python, "-c", script()));
    command.addAll(arguments(config, calls));
    return command;
  }

  /** Critics, whether they have norms, calls, UTD and dropout. */
  static List<String> arguments(SacConfig config, int calls) {
    SacConfig.Critics critics = config.critics();
    return List.of(
        String.valueOf(critics.count()),
        critics.layers().layerNorm() ? "1" : "0",
        String.valueOf(calls),
        String.valueOf(config.batch().updatesPerStep()),
        String.valueOf(critics.variant().dropout()));
  }

  private double answer(List<String> lines) throws PeerException {
    String last = lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
    try {
      double millis = Double.parseDouble(last);
      blas = lines.size() > 1 ? lines.get(lines.size() - 2) : blas;
      return millis;
    } catch (NumberFormatException e) {
      throw new PeerException(python + ": expected milliseconds, found " + last, e);
    }
  }

  private static String script() {
    try (InputStream script = TorchPeer.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IllegalStateException(SCRIPT + " is not on the class path; build again");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(SCRIPT + " cannot be read", e);
    }
  }

  /** Presets of the machine that halve OpenBLAS would make the comparison unfair. */
  static PeerProcess process(int threads, Duration timeout) {
    String count = String.valueOf(threads);
    return new PeerProcess(
        timeout,
        Map.of(
            "OPENBLAS_NUM_THREADS", count, "OMP_NUM_THREADS", count, "OMP_WAIT_POLICY", "PASSIVE"),
        List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"));
  }
}
