package dev.tandem.policies.tensorflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Whether there is a GPU to learn on; TensorFlow is loaded to see only where there may be one. */
public enum Gpu {
  /** No NVIDIA driver is at work. */
  NONE,

  /** A driver is at work, but this build of TensorFlow sees no GPU. */
  UNSEEN,

  /** TensorFlow computes on it. */
  SEEN;

  /** What NVIDIA's driver leaves, on Linux and in Windows's Linux. */
  private static final List<Path> SIGNS =
      List.of(
          Path.of("/proc/driver/nvidia/version"), Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));

  private static final class Here {
    static final Gpu FOUND = of(SIGNS, TensorFlowDevices::hasGpu);
  }

  /** This machine's, looked for once. */
  public static Gpu here() {
    return Here.FOUND;
  }

  /**
   * Looks for one.
   *
   * @param signs files of which a driver leaves one at least
   * @param seen by TensorFlow; asked only where there is a sign
   */
  static Gpu of(List<Path> signs, BooleanSupplier seen) {
    if (signs.stream().noneMatch(Files::exists)) {
      return NONE;
    }
    try {
      return seen.getAsBoolean() ? SEEN : UNSEEN;
    } catch (LinkageError doesNotLoad) {
      return UNSEEN;
    }
  }
}
