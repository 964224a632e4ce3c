package dev.tandem.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import dev.tandem.policies.tensorflow.Gpu;
import dev.tandem.policies.tensorflow.TensorFlowDevices;
import dev.tandem.simbridge.mujoco.Mujoco;
import dev.tandem.simbridge.mujoco.MujocoCameras;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** The machine that this runs on. */
final class ThisMachine implements Machine {
  private static final int MOST_BYTES = 16_384;

  @Override
  public Optional<String> output(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      // in one piece: files below /proc/sys answer the first read only, and are 0 bytes long
      return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public String property(String name) {
    return System.getProperty(name, "unknown");
  }

  @Override
  public boolean hasModule(String name) {
    return ModuleLayer.boot().findModule(name).isPresent();
  }

  @Override
  public int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public long memoryBytes() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  @Override
  public long writableBytes(Path folder) throws IOException {
    Path nearest = folder.toAbsolutePath();
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
      throw new IOException("cannot write to " + nearest);
    }
    return Files.getFileStore(nearest).getUsableSpace();
  }

  @Override
  public String tensorFlow() {
    String devices =
        TensorFlowDevices.list().stream()
            .map(TensorFlowDevices.Seen::name)
            .map(name -> name.substring(name.lastIndexOf("device:") + "device:".length()))
            .collect(Collectors.joining(", "));
    return TensorFlowDevices.version() + " on " + devices;
  }

  @Override
  public Gpu gpu() {
    return Gpu.here();
  }

  @Override
  public String mujoco() {
    return "version " + Mujoco.shared().version();
  }

  @Override
  public String rendering() {
    return MujocoCameras.rendering();
  }
}
