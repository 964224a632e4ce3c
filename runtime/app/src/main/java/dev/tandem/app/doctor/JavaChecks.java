package dev.tandem.app.doctor;

import java.util.List;

/** What the program itself stands on: JDK, Vector API, Maven, TensorFlow. */
final class JavaChecks {
  private static final int MIN_JAVA = 25;

  private final Machine machine;

  JavaChecks(Machine machine) {
    this.machine = machine;
  }

  List<Finding> findings() {
    return List.of(java(), vectorApi(), maven(), tensorFlow());
  }

  private Finding java() {
    String version = machine.property("java.version");
    String found = version + " in " + machine.property("java.home");
    return Finding.required(
        "java",
        Integer.parseInt(version.replaceFirst("\\D.*", "")) >= MIN_JAVA,
        found,
        "needs 25 or newer: apt-get install openjdk-25-jdk, or unpack one under /usr/lib/jvm");
  }

  private Finding vectorApi() {
    boolean present = machine.hasModule("jdk.incubator.vector");
    return Finding.required(
        "vector-api",
        present,
        present ? "module jdk.incubator.vector" : "no module jdk.incubator.vector",
        "start with ./tandem, which adds it");
  }

  private Finding maven() {
    String version =
        machine.output("mvn", "-v").map(text -> text.lines().findFirst().orElse("")).orElse("");
    return Finding.required(
        "maven",
        !version.isEmpty(),
        version.isEmpty() ? "no mvn in PATH" : plain(version),
        "builds the program: apt-get install maven");
  }

  /** Maven prints in bold. */
  private static String plain(String text) {
    return text.replaceAll("\u001B\\[[0-9;]*m", "");
  }

  private Finding tensorFlow() {
    try {
      return Finding.required("tensorflow", true, machine.tensorFlow(), "");
    } catch (LinkageError | RuntimeException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      String platform = machine.property("os.name") + " " + machine.property("os.arch");
      return Finding.required(
          "tensorflow",
          false,
          "does not load on " + platform + ": " + reason,
          "it exists for Linux on amd64 and arm64, and needs glibc 2.27 and 1 GB in the home folder");
    }
  }
}
