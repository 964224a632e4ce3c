package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.jvm.kernel.Tile;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.tensorflow.Device;
import dev.tandem.policies.tensorflow.EngineConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LearnerBenchTest {
  private static final LearnerBench.Effort TINY = new LearnerBench.Effort(1, 1, 1, 1);
  private static final EngineConfig ENGINE = new EngineConfig(Device.CPU, false, 1);

  private final List<String> told = new ArrayList<>();

  @TempDir Path directory;

  @Test
  void timesUpdatesOfTwoAndOfTenCritics() throws InterruptedException {
    Figures figures = figures(List.of());
    figures.arePositive("critics2_utd1_ms", "critics10_utd1_ms", "critics10_utd20_ms");
    figures.arePositive(
        "jvm_critics2_utd1_ms",
        "jvm_critics2_utd1_threads1_ms",
        "jvm_critics2_utd1_layernorm_ms",
        "jvm_critics10_utd1_ms",
        "jvm_critics10_utd20_ms",
        "jvm_critics10_utd20_threads1_ms",
        "tensorflow_critics10_utd20_ms",
        "jvm_critics2_utd1_hl_gauss_ms",
        "ratio_hl_gauss",
        "jvm_critics2_utd1_dsac_t_ms",
        "ratio_dsac_t",
        "jvm_droq_utd20_ms",
        "tensorflow_droq_utd20_ms",
        "ratio_tensorflow_droq_utd20",
        "droq_critic_updates_per_s",
        "tensorflow_critics2_utd1_ms",
        "floor_critics2_ms",
        "floor_critics2_threads_ms",
        "ratio_to_floor",
        "critic_updates_per_s");
    figures.ascend("critics10_utd1_ms", "critics10_utd20_ms");
    assertEquals(1, figures.number("threads"));
    assertTrue(figures.keys().contains("torch"));
    assertFalse(figures.keys().contains("torch_critics2_utd1_ms"));
    assertTrue(figures.keys().containsAll(List.of("jvm_bytes_per_update", "jvm_tiling")));
    for (Tile tile : Tile.values()) {
      for (int columns : Tiling.panelCandidates()) {
        figures.arePositive("tile_" + tile + "_panel" + columns + "_gflops");
      }
    }
  }

  @Test
  void tellsWhatItHasMeasuredWhileItGoesOn() throws InterruptedException {
    figures(new LearnerBench.Effort(2, 1, 1, 1), List.of());
    List<String> begin =
        told.stream().map(line -> line.replaceFirst(": jvm [0-9.]+ ms.*", "")).toList();
    List<String> expected = new ArrayList<>();
    for (String round : List.of("round 1 of 2, ", "round 2 of 2, ")) {
      expected.add(round + "critics2_utd1");
      expected.add(round + "critics2_utd1_layernorm");
      expected.add(round + "critics10_utd1");
      expected.add(round + "critics10_utd20");
      expected.add(round + "droq_utd20");
    }
    assertEquals(expected, begin);
    assertTrue(told.stream().noneMatch(line -> line.contains("torch")), told::toString);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void putsPyTorchBesideThem() throws IOException, InterruptedException {
    Figures figures = figures(List.of(FakePython.in(directory, FakePython.WITH_TORCH)));
    assertEquals(2.5, figures.number("torch_critics2_utd1_ms"));
    assertEquals(2.5, figures.number("torch_critics10_utd1_ms"));
    assertEquals(2.5, figures.number("ratio_torch") * figures.number("critics2_utd1_ms"), 1e-9);
    for (String shape : List.of("critics10_utd20", "droq_utd20")) {
      double jvm = figures.number("jvm_" + shape + "_ms");
      assertEquals(2.5, figures.number("ratio_torch_" + shape) * jvm, 1e-9);
    }
    assertEquals(
        2.5, figures.number("ratio_torch_critics10") * figures.number("critics10_utd1_ms"), 1e-9);
    assertTrue(figures.keys().containsAll(List.of("torch_python", "torch_version", "torch_blas")));
    assertTrue(told.get(0).endsWith(", torch 2.50 ms"), told::toString);
  }

  private Figures figures(List<Path> pythons) throws InterruptedException {
    return figures(TINY, pythons);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void putsPyTorchsLibraryBesideThemWhenItIsAskedFor() throws IOException, InterruptedException {
    LibtorchPeer peer = LibtorchPeerTest.building(directory, "echo 1.2.3; echo 1.5");
    TorchPeer none = TorchPeer.find(1, List.of(), Duration.ofSeconds(30));
    Figures figures = figures(TINY, new TorchPeers(none, Optional.of(peer)));
    assertEquals(1.5, figures.number("libtorch_critics2_utd1_ms"));
    double jvm = figures.number("jvm_critics10_utd20_ms");
    assertEquals(1.5, figures.number("ratio_libtorch_critics10_utd20") * jvm, 1e-9);
    assertTrue(figures.keys().contains("libtorch_version"));
    assertTrue(told.get(0).endsWith(", libtorch 1.50 ms"), told::toString);
  }

  private Figures figures(LearnerBench.Effort effort, List<Path> pythons)
      throws InterruptedException {
    TorchPeer torch = TorchPeer.find(1, pythons, Duration.ofSeconds(30));
    return figures(effort, new TorchPeers(torch, Optional.empty()));
  }

  private Figures figures(LearnerBench.Effort effort, TorchPeers torch)
      throws InterruptedException {
    return new Figures(LearnerBench.run(ENGINE, 1, torch, effort, told::add));
  }
}
