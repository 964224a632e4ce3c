package dev.tandem.app.identify;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.controllers.identify.Figure;
import dev.tandem.controllers.identify.IdentifiedArm;
import dev.tandem.simbridge.randomize.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings that make a simulator of the model what the arm was found to be: for each figure the
 * interval that holds the truth 95 times of 100, or the estimate alone. What was not told stays as
 * the model says.
 */
public final class IdentifiedSettings {
  /** A factor that is not known to within so much is not told. */
  static final double TOLD_WITHIN = 0.2;

  private static final int DECIMALS = 4;
  private static final double LEAST_GAIN_DIFFERENCE = 1e-4;
  private static final double LEAST_LAG_SECONDS = 1e-4;
  private static final double LEAST_POSITION_NOISE_RAD = 1e-5;
  private static final double LEAST_SPEED_NOISE_RAD_PER_S = 1e-4;

  private final IdentifiedArm arm;
  private final boolean fixed;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> notTold = new ArrayList<>();

  /** One setting, {@code comment} beside it. */
  private record Line(Parameter parameter, String value, String comment) {}

  /**
   * Of what was found.
   *
   * @param fixed the estimates alone, without intervals
   */
  public IdentifiedSettings(IdentifiedArm arm, boolean fixed) {
    this.arm = arm;
    this.fixed = fixed;
    factor(Parameter.PHYSICS_MASS, arm.mass(), 0.01);
    factor(Parameter.PHYSICS_INERTIA, arm.inertia(), 0.01);
    factor(Parameter.PHYSICS_DAMPING, arm.damping(), 0);
    factor(Parameter.PHYSICS_ARMATURE, arm.armature(), 0);
    arm.drives().ifPresent(this::drives);
    delay();
    noise(Parameter.SENSING_JOINT_NOISE_RAD, arm.positionNoiseRad(), LEAST_POSITION_NOISE_RAD);
    noise(
        Parameter.SENSING_SPEED_NOISE_RAD_PER_S,
        arm.speedNoiseRadPerS(),
        LEAST_SPEED_NOISE_RAD_PER_S);
  }

  /** Masses are told by gravity, too, the others by speed and acceleration alone. */
  private void factor(Parameter parameter, Figure figure, double least) {
    boolean shown = parameter == Parameter.PHYSICS_MASS || arm.fit().isClear();
    if (shown && figure.isToldWithin(TOLD_WITHIN) && figure.value() > least) {
      lines.add(new Line(parameter, interval(figure, least), text(figure)));
    } else {
      notTold.add(parameter.key() + " (" + text(figure) + ")");
    }
  }

  private String interval(Figure figure, double least) {
    if (fixed) {
      return rounded(figure.value(), RoundingMode.HALF_EVEN);
    }
    String low = rounded(Math.max(least, figure.low()), RoundingMode.FLOOR);
    return "uniform(" + low + ", " + rounded(figure.high(), RoundingMode.CEILING) + ")";
  }

  private static String rounded(double value, RoundingMode mode) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, mode).toPlainString();
  }

  /** An estimate with its standard error, for people. */
  static String text(Figure figure) {
    return String.format(Locale.ROOT, "%.5g +- %.2g", figure.value(), figure.standardError());
  }

  private void drives(IdentifiedArm.Drives drives) {
    double sum = 0;
    double variance = 0;
    int count = drives.gains().size();
    for (Figure each : drives.gains()) {
      sum += each.value() / count;
      variance += each.standardError() * each.standardError() / (count * count);
    }
    double mean = sum;
    double spread =
        drives.gains().stream().mapToDouble(g -> Math.abs(g.value() / mean - 1)).max().orElse(0);
    if (Math.max(Math.abs(mean - 1), spread) > LEAST_GAIN_DIFFERENCE) {
      Figure gain = new Figure(mean, Math.sqrt(variance));
      lines.add(new Line(Parameter.DRIVES_GAIN, interval(gain, 0), "mean of all drives"));
      String most = rounded(spread, RoundingMode.CEILING);
      lines.add(new Line(Parameter.DRIVES_GAIN_SPREAD, most, "most of one drive"));
    }
    Figure lag = drives.lagSeconds();
    if (lag.low() > LEAST_LAG_SECONDS) {
      lines.add(new Line(Parameter.DRIVES_LAG_SECONDS, interval(lag, 0), text(lag)));
    }
  }

  private void delay() {
    IdentifiedArm.Delay delay = arm.delay();
    if (delay.mostSeconds() == 0) {
      return;
    }
    String value =
        fixed || delay.leastSeconds() == delay.mostSeconds()
            ? seconds(delay.seconds())
            : "uniform("
                + seconds(delay.leastSeconds())
                + ", "
                + seconds(delay.mostSeconds())
                + ")";
    lines.add(new Line(Parameter.DRIVES_DELAY_SECONDS, value, "the senses' own in it"));
  }

  private static String seconds(double seconds) {
    return new BigDecimal(String.format(Locale.ROOT, "%.6f", seconds))
        .stripTrailingZeros()
        .toPlainString();
  }

  private void noise(Parameter parameter, double deviation, double least) {
    if (deviation > least) {
      lines.add(new Line(parameter, String.format(Locale.ROOT, "%.3g", deviation), "white"));
    }
  }

  /** What is wrong with the run, for people; empty when nothing is. */
  public Optional<String> doubt() {
    double least = Arrays.stream(arm.fit().speedToNoise()).min().orElse(0);
    return arm.fit().isClear()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "a joint moved at only %.2g times its noise, expected 10 times or more: friction and"
                    + " inertia are not to be trusted; try more --amplitude or a lower --cutoff",
                least));
  }

  /** What the run says nothing about, with what it would have said; by key. */
  public List<String> notTold() {
    return List.copyOf(notTold);
  }

  /** The value of a key below {@code randomization}; empty where it stays as the model says. */
  Optional<String> value(Parameter parameter) {
    return lines.stream()
        .filter(line -> line.parameter() == parameter)
        .map(Line::value)
        .findFirst();
  }

  /** As a file for {@code --config}. */
  public String yaml(RunSettings found) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# Found by ./tandem sim identify on task ").append(found.task());
    yaml.append(" in ").append(found.simulator()).append(", seed ").append(found.seed());
    yaml.append(".\n# Beside each figure its estimate and standard error");
    yaml.append(fixed ? ".\n" : "; an interval holds the truth 95 times of 100.\n");
    yaml.append("task: ").append(found.task()).append('\n');
    if (!Tasks.isRemote(found.simulator())) {
      yaml.append("simulator: ").append(found.simulator()).append('\n');
    }
    if (!lines.isEmpty()) {
      yaml.append("randomization:\n");
      section(yaml);
    }
    notTold.forEach(each -> yaml.append("# not told: ").append(each).append('\n'));
    return yaml.toString();
  }

  private void section(StringBuilder yaml) {
    String last = "";
    for (Line line : lines) {
      String[] key = line.parameter().key().split("\\.", 2);
      if (!key[0].equals(last)) {
        yaml.append("  ").append(key[0]).append(":\n");
        last = key[0];
      }
      yaml.append("    ").append(key[1]).append(": ").append(line.value());
      yaml.append("    # ").append(line.comment()).append('\n');
    }
  }
}
