package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.policies.sac.SacConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * PyTorch's C++ library on the same machine, without Python: built with this machine's compiler.
 */
public final class LibtorchPeer {
  private static final String SOURCE = "/dev/tandem/app/bench/torch_learner.cpp";
  private static final String INSTALL = "; install it: scripts/setup.sh --libtorch";
  private static final Duration BUILD = Duration.ofMinutes(5);

  private final Path program;
  private final int threads;
  private String version = "unknown";
  private String problem = "";

  private LibtorchPeer(Path program, int threads) {
    this.program = program;
    this.threads = threads;
  }

  /**
   * Builds it, which takes some twenty seconds; a peer that could not be built says why.
   *
   * @param folder for source and program
   */
  public static LibtorchPeer build(String compiler, Path folder, int threads) {
    Path source = folder.resolve("torch_learner.cpp");
    LibtorchPeer peer = new LibtorchPeer(folder.resolve("torch_learner"), threads);
    try (InputStream text = LibtorchPeer.class.getResourceAsStream(SOURCE)) {
      if (text == null) {
        throw new IllegalStateException(SOURCE + " is not on the class path; build again");
      }
      Files.write(source, text.readAllBytes());
      TorchPeer.process(1, BUILD).run(peer.building(compiler, source));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    } catch (PeerException e) {
      peer.problem = e.getMessage() + INSTALL;
    }
    return peer;
  }

  private List<String> building(String compiler, Path source) {
    return List.of(
        compiler,
        "-O2",
        "-std=c++17",
        "-I/usr/include/torch/csrc/api/include",
        source.toString(),
        "-o",
        program.toString(),
        "-ltorch",
        "-ltorch_cpu",
        "-lc10");
  }

  /** Median milliseconds with one thread or with all, whichever is faster; NaN without it. */
  double millis(SacConfig config, int calls) {
    double single = millis(config, calls, 1);
    return threads == 1 ? single : Math.min(single, millis(config, calls, threads));
  }

  private double millis(SacConfig config, int calls, int used) {
    if (!problem.isEmpty()) {
      return Double.NaN;
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(TorchPeer.arguments(config, calls));
    try {
      List<String> lines = TorchPeer.process(used, TorchPeer.TIMEOUT).run(command);
      version = lines.get(0);
      return Double.parseDouble(lines.get(lines.size() - 1));
    } catch (PeerException | NumberFormatException | IndexOutOfBoundsException e) {
      problem = program + ": expected version and milliseconds, found: " + e.getMessage();
      return Double.NaN;
    }
  }

  /** Which one it is, or why there are no figures of it. */
  void describe(JsonObject json) {
    if (problem.isEmpty()) {
      json.put("libtorch_version", version);
    } else {
      json.put("libtorch", problem);
    }
  }
}
