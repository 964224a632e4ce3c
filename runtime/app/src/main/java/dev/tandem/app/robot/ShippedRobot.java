package dev.tandem.app.robot;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.model.Chain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The robots that Tandem ships: a model, and a file with its limits. */
public enum ShippedRobot {
  /** An arm with a peg. */
  ARM7("arm7"),

  /** The same arm with a gripper, as SERL and gym-hil simulate it. */
  ARM7_GRIPPER("arm7-gripper");

  private static final Set<String> WITH_GRIPPER =
      Set.of("arrange-boxes", "cable-route", "pick-cube", "pick-cube-sparse");

  private final String file;

  ShippedRobot(String name) {
    this.file = "robots/" + name + ".yaml";
  }

  /** The one that a task is for. */
  public static ShippedRobot ofTask(String task) {
    return WITH_GRIPPER.contains(task) ? ARM7_GRIPPER : ARM7;
  }

  public Chain model() {
    return this == ARM7 ? Arm7.chain() : Arm7.withGripper();
  }

  /**
   * True where no arm of metal stands for the model: its drives know neither gears nor a limit of
   * speed, and what an arm can keep bounds none of its figures.
   */
  boolean isSimulatedOnly() {
    return this == ARM7_GRIPPER;
  }

  /** Whether a file is word by word one that ships, as a run's own copy may be. */
  static boolean isText(String text) {
    return Arrays.stream(values()).anyMatch(its -> its.text().equals(text));
  }

  /** What errors call the file with its limits. */
  String file() {
    return file;
  }

  /** The file itself. */
  String text() {
    String resource = "/dev/tandem/" + file;
    try (InputStream in = ShippedRobot.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": expected on the class path; rebuild");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
