package dev.tandem.app.doctor;

import dev.tandem.simbridge.mujoco.MujocoUnavailableException;
import dev.tandem.simbridge.mujoco.RenderingUnavailableException;
import java.util.List;
import java.util.Optional;

/** Other programs that Tandem can be measured against, tested with or use. */
final class PeerChecks {
  private static final String TORCH_VERSION =
      "import importlib.metadata as m; print(m.version('torch'))";

  private final Machine machine;

  PeerChecks(Machine machine) {
    this.machine = machine;
  }

  List<Finding> findings() {
    return List.of(torch(), node(), mujoco(), rendering(), fonts());
  }

  private Finding torch() {
    Optional<String> version =
        machine
            .output("python3", "-c", TORCH_VERSION)
            .or(() -> machine.output("/usr/bin/python3", "-c", TORCH_VERSION));
    return finding(
        "python3-torch",
        version.map(v -> "PyTorch " + v.strip()),
        "the peer of bench learner: apt-get install python3-torch libopenblas0-pthread");
  }

  private Finding node() {
    Optional<String> npm = machine.output("npm", "--version");
    return finding(
        "node",
        machine
            .output("node", "--version")
            .map(node -> node.strip() + npm.map(v -> ", npm " + v.strip()).orElse("")),
        "an independent reader of journals runs on it: apt-get install nodejs npm");
  }

  private Finding mujoco() {
    String advice = "the simulator of --sim mujoco: " + MujocoUnavailableException.INSTALL;
    try {
      return finding("libmujoco", Optional.of(machine.mujoco()), advice);
    } catch (MujocoUnavailableException e) {
      return Finding.optional("libmujoco", false, e.problem(), advice);
    }
  }

  private Finding rendering() {
    String advice = "its cameras: " + RenderingUnavailableException.INSTALL;
    try {
      return finding("rendering", Optional.of(machine.rendering()), advice);
    } catch (RenderingUnavailableException e) {
      return Finding.optional("rendering", false, e.problem(), advice);
    }
  }

  private Finding fonts() {
    Optional<String> font = machine.output("fc-match", "sans").filter(text -> !text.isBlank());
    return finding(
        "fonts",
        font.map(String::strip),
        "curve.png is lettered with them: apt-get install fontconfig fonts-dejavu-core");
  }

  private static Finding finding(String name, Optional<String> found, String advice) {
    return Finding.optional(name, found.isPresent(), found.orElse("not found"), advice);
  }
}
