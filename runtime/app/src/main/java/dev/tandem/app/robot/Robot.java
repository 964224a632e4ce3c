package dev.tandem.app.robot;

import dev.tandem.app.config.Completed;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RobotSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.controllers.brake.BrakeConfig;
import dev.tandem.controllers.impedance.ImpedanceConfig;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.controllers.operational.OperationalSpaceConfig;
import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.safety.authority.AuthorityConfig;
import dev.tandem.safety.barrier.BarrierConfig;
import dev.tandem.safety.filter.WorkspaceBox;
import dev.tandem.safety.monitor.ContactConfig;
import dev.tandem.safety.monitor.LimitsSeal;
import dev.tandem.safety.monitor.MonitorConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A robot's model with the limits of its file, which are read once: what changes in the file later
 * changes nothing.
 *
 * @param settings which file and which seal were asked for
 * @param file what it says
 * @param text the file itself
 * @param later {@code key: value} for each figure that the file is too old to say
 * @param limited the model, whose joints have the file's limits
 */
public record Robot(
    RobotSettings settings, RobotFile file, String text, List<String> later, Chain limited) {
  /** The arm that Tandem ships, with its own limits. */
  public static Robot shipped() {
    return of(RobotSettings.shipped());
  }

  /** The robot that a task is for, with its own limits. */
  public static Robot shippedFor(String task) {
    return of(RobotSettings.shipped(), ShippedRobot.ofTask(task));
  }

  /** The robot that a run's task is for. */
  public static Robot of(RunSettings run) {
    return of(run.robot(), ShippedRobot.ofTask(run.task()));
  }

  /**
   * Reads the file of an arm with a peg.
   *
   * @throws ConfigurationException when it cannot be used: place, key, expected, found
   */
  public static Robot of(RobotSettings settings) {
    return of(settings, ShippedRobot.ARM7);
  }

  /** Reads the file and compares it with the model. */
  private static Robot of(RobotSettings settings, ShippedRobot shipped) {
    boolean own = !settings.file().isEmpty();
    String source = own ? settings.file() : shipped.file();
    String text = own ? RobotText.read(Path.of(settings.file())) : shipped.text();
    Chain chain = shipped.model();
    Completed<RobotFile> read =
        Configuration.complete(
            RobotFile.class, source, text, LaterFigures.ALL, file -> check(file, shipped));
    return new Robot(settings, read.record(), text, read.later(), limited(read.record(), chain));
  }

  /**
   * Refuses a file that is another robot's, looser than the model, or more than an arm can keep.
   */
  private static void check(RobotFile file, ShippedRobot shipped) {
    Chain limited = limited(file, shipped.model());
    FigureRelations.check(file);
    if (!shipped.isSimulatedOnly()) {
      DriveBounds.check(file, limited);
    }
  }

  private static Chain limited(RobotFile file, Chain chain) {
    if (!file.robot().equals(chain.name())) {
      throw new IllegalArgumentException(
          "robot: expected " + chain.name() + ", the model's name, found " + file.robot());
    }
    List<Joint> joints = new ArrayList<>();
    for (Joint joint : chain.joints()) {
      joints.add(file.joints().tighten(joint, joints.size()));
    }
    return new Chain(chain.name(), joints, chain.toolInLast());
  }

  /** F34: why this robot must not be armed, in one line; empty when nothing speaks against it. */
  public String problem() {
    if (settings.seal().isEmpty()) {
      return "";
    }
    return new LimitsSeal(file.robot(), settings.seal()).problem(limited.name(), bytes());
  }

  /** Throws when there is a {@link #problem}. */
  public Robot accepted() {
    if (!problem().isEmpty()) {
      throw new ConfigurationException("robot.seal", problem());
    }
    return this;
  }

  /** SHA-256 of the file, in hexadecimal digits. */
  public String seal() {
    return LimitsSeal.of(file.robot(), bytes()).sha256();
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Name, where its limits come from, which one is missing and whether they are sealed; a line. */
  public String describe() {
    String source = settings.file().isEmpty() ? "as shipped" : settings.file();
    return file.robot()
        + ", limits "
        + source
        + (file.joints().limitsTorqueRate() ? "" : ", torque rate not limited")
        + (settings.seal().isEmpty()
            ? ", not sealed: --set robot.seal=" + seal() + " refuses any other"
            : ", sealed");
  }

  /** What is taken for figures that the file is too old to say; empty where it says them all. */
  public Optional<String> ofEarlierVersion() {
    return later.isEmpty()
        ? Optional.empty()
        : Optional.of(
            settings.file()
                + " is of an earlier version and does not say all figures; taken are "
                + String.join(", ", later)
                + "; write into it what your robot needs");
  }

  /** Monitors that see later than the fault matrix has it, a line each; none of files that ship. */
  public List<String> looser() {
    return ShippedRobot.isText(text) ? List.of() : MatrixFigure.looser(file.monitors());
  }

  /** A model of its own: one thread each. */
  public RobotModel model() {
    return new ChainModel(limited);
  }

  public BarrierConfig barrier() {
    return file.barrier();
  }

  /** Where the file has figures for it; its constructor sees to it that one of the two is there. */
  public ImpedanceConfig impedance() {
    return file.impedance().orElseThrow().config(file.setPoint().orElseThrow(), file.reduced());
  }

  /** Instead of an impedance, where the file has figures for it. */
  public Optional<OperationalSpaceConfig> operationalSpace() {
    return file.operationalSpace().map(OperationalSpaceFigures::config);
  }

  public BrakeConfig brake() {
    return file.brake().config();
  }

  /** What actions are cut to. */
  public WorkspaceBox actionBox() {
    return file.tool().actionBox();
  }

  /** With a person at it. */
  public AuthorityConfig authority() {
    return file.authority().config(file.reduced());
  }

  /** With a script in the person's place. */
  public AuthorityConfig scriptedAuthority() {
    return file.authority().scripted(file.reduced());
  }

  public MonitorConfig monitors() {
    return file.monitors().config(file.tool().workspace(), file.reduced());
  }

  public ContactConfig contact() {
    return file.monitors()
        .contact()
        .config(limited.joints().stream().map(Joint::dampingNmsPerRad).toList());
  }
}
