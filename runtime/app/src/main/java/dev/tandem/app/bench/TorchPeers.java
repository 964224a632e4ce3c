package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.policies.sac.SacConfig;
import java.util.Locale;
import java.util.Optional;

/**
 * PyTorch as the learner's bench sees it.
 *
 * @param python with Python, where it is installed
 * @param cpp without, when it was asked for
 */
record TorchPeers(TorchPeer python, Optional<LibtorchPeer> cpp) {
  /** Adds {@code torch_SHAPE_ms} and {@code libtorch_SHAPE_ms}; returns them for people. */
  String measure(Medians medians, String shape, SacConfig config, int calls) {
    double withPython = python.millis(config, calls);
    double without = cpp.map(peer -> peer.millis(config, calls)).orElse(Double.NaN);
    medians.add("torch_" + shape + "_ms", withPython);
    medians.add("libtorch_" + shape + "_ms", without);
    return words("torch", withPython) + words("libtorch", without);
  }

  private static String words(String name, double millis) {
    return Double.isNaN(millis) ? "" : String.format(Locale.ROOT, ", %s %.2f ms", name, millis);
  }

  /** How many times as long as plain Java they take. */
  void ratios(Medians medians, String of, String shape) {
    medians.ratio("ratio_torch" + of, "torch_" + shape, "jvm_" + shape);
    medians.ratio("ratio_libtorch" + of, "libtorch_" + shape, "jvm_" + shape);
  }

  void describe(JsonObject json) {
    python.describe(json);
    cpp.ifPresent(peer -> peer.describe(json));
  }
}
