package dev.tandem.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link SimBench}'s loops in C, built with this machine's compiler. */
final class SimPeer {
  private static final String SOURCE = "/dev/tandem/app/bench/sim_loop.c";
  private static final String INSTALL = "; install it: apt-get install gcc libc6-dev libmujoco-dev";
  private static final PeerProcess PROCESS =
      new PeerProcess(Duration.ofMinutes(2), Map.of(), List.of());

  private final Path program;
  private final Path model;
  private Optional<String> problem = Optional.empty();

  private SimPeer(Path program, Path model) {
    this.program = program;
    this.model = model;
  }

  /** Builds it; a peer that could not be built says why. */
  static SimPeer build(String compiler, Path folder, Path model) {
    Path source = folder.resolve("sim_loop.c");
    Path program = folder.resolve("sim_loop");
    SimPeer peer = new SimPeer(program, model);
    try (InputStream text = SimPeer.class.getResourceAsStream(SOURCE)) {
      if (text == null) {
        throw new IllegalStateException(SOURCE + " is not on the class path; build again");
      }
      Files.write(source, text.readAllBytes());
      PROCESS.run(
          List.of(
              compiler,
              "-O2",
              "-o",
              program.toString(),
              source.toString(),
              "-lmujoco",
              "-lpthread"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    } catch (PeerException e) {
      peer.problem = Optional.of(e.getMessage() + INSTALL);
    }
    return peer;
  }

  /** Why there are no figures of it. */
  Optional<String> problem() {
    return problem;
  }

  /** Physics steps a second; NaN when it could not be built or run. */
  double stepsPerSecond(SimLoad load) {
    if (problem.isPresent()) {
      return Double.NaN;
    }
    List<String> command = new ArrayList<>(List.of(program.toString(), model.toString()));
    Stream.of(
            load.shape().environments(),
            load.shape().threads(),
            load.shape().substeps(),
            load.warmUp(),
            load.steps())
        .map(String::valueOf)
        .forEach(command::add);
    try {
      return Double.parseDouble(String.join(" ", PROCESS.run(command)));
    } catch (PeerException | NumberFormatException e) {
      problem = Optional.of(String.valueOf(e.getMessage()));
      return Double.NaN;
    }
  }
}
