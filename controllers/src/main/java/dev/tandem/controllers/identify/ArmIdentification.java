package dev.tandem.controllers.identify;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/**
 * Finds what an arm's model does not know from how it moved under known torques: weighted least
 * squares of the low-passed equations of motion (Swevers et al., "Optimal robot excitation and
 * identification", 1997), the delay by the lowest residual. Noise in positions and speeds biases
 * that, and so does their low-pass, as torques are no linear function of them; the standard errors
 * hold by how much as much of either again would change the figures (the first step of SIMEX, Cook
 * and Stefanski 1994), and whether ticks are of one step, where that is not known.
 */
public final class ArmIdentification {
  private static final long NOISE_SEED = 1;

  private final Chain nominal;
  private final ArmMotion motion;
  private final Config config;
  private final ZeroPhaseLowPass lowPass;
  private final DynamicsFit dynamics;

  /**
   * How to look.
   *
   * @param cutoffHz of the low-pass, well above what the excitation has
   * @param maxDelaySeconds the longest delay that is tried
   * @param measuredTorque whether the drives' measured torques count, else what they were told
   */
  public record Config(double cutoffHz, double maxDelaySeconds, boolean measuredTorque) {
    public Config {
      if (!(cutoffHz > 0) || !(maxDelaySeconds >= 0)) {
        throw new IllegalArgumentException(
            "expected cutoffHz > 0 and maxDelaySeconds >= 0, got "
                + cutoffHz
                + ", "
                + maxDelaySeconds);
      }
    }
  }

  private ArmIdentification(Chain nominal, ArmMotion motion, Config config) {
    this.nominal = nominal;
    this.motion = motion;
    this.config = config;
    this.lowPass = new ZeroPhaseLowPass(config.cutoffHz(), motion.periodSeconds());
    this.dynamics = new DynamicsFit(nominal, motion, lowPass, config.cutoffHz());
  }

  /**
   * What {@code motion} tells of an arm that differs from {@code nominal}.
   *
   * @throws IllegalArgumentException when the motion is too short, or measured no torques
   */
  public static IdentifiedArm of(Chain nominal, ArmMotion motion, Config config) {
    return new ArmIdentification(nominal, motion, config).identify();
  }

  private IdentifiedArm identify() {
    int mostTicks = (int) Math.round(config.maxDelaySeconds() / motion.periodSeconds());
    if (!config.measuredTorque()) {
      DelayChoice delay = delayOfCommands(mostTicks);
      return identified(delay, Optional.empty(), commanded(delay.ticks()));
    }
    DriveFit drives = new DriveFit(motion, mostTicks);
    if (!drives.isMeasured()) {
      throw new IllegalArgumentException(
          "expected drives that measure their torques, found all of them constant; take those that"
              + " they were told");
    }
    DelayChoice delay = drives.delay();
    IdentifiedArm.Drives found =
        new IdentifiedArm.Drives(drives.gains(delay), drives.lagSeconds(delay));
    return identified(delay, Optional.of(found), motion.torqueNm());
  }

  /** The delay of the commands with which the equations of motion hold best. */
  private DelayChoice delayOfCommands(int mostTicks) {
    double[] weights = dynamics.weights(dynamics.torques(commanded(0)));
    List<double[]> squares = new ArrayList<>();
    for (int ticks = 0; ticks <= mostTicks; ticks++) {
      double[] torques = dynamics.torques(commanded(ticks));
      squares.add(dynamics.solve(torques, weights).blockSquares());
    }
    return DelayChoice.of(squares);
  }

  /** What drove the joints until each tick, had the drives done as they were told so late. */
  private double[][] commanded(int delayTicks) {
    double[][] torqueNm = new double[motion.ticks()][];
    for (int k = 0; k < torqueNm.length; k++) {
      torqueNm[k] = motion.commandNm()[Math.max(0, k - 1 - delayTicks)];
    }
    return torqueNm;
  }

  private IdentifiedArm identified(
      DelayChoice delay, Optional<IdentifiedArm.Drives> drives, double[][] torqueNm) {
    double[] torques = dynamics.torques(torqueNm);
    double[] weights = dynamics.weights(torques);
    LeastSquares solved = dynamics.solve(torques, weights);
    double[] found = solved.estimate();
    DMatrixRMaj covariance = solved.covariance();
    double positionNoiseRad = noise(motion.q());
    double speedNoiseRadPerS = noise(motion.qd());
    for (ArmMotion worse : worse(positionNoiseRad, speedNoiseRadPerS)) {
      DynamicsFit fit = new DynamicsFit(nominal, worse, lowPass, config.cutoffHz());
      widen(covariance, found, fit.solve(torques, weights).estimate());
    }
    Estimates estimates = new Estimates(nominal, found, covariance);
    return new IdentifiedArm(
        estimates.figure(DynamicsRegressor.MASS),
        estimates.inertia(),
        estimates.figure(DynamicsRegressor.ARMATURE),
        estimates.damping(),
        estimates.friction(),
        seconds(delay),
        drives,
        positionNoiseRad,
        speedNoiseRadPerS,
        fit(torques, found));
  }

  private IdentifiedArm.Fit fit(double[] torques, double[] found) {
    return new IdentifiedArm.Fit(
        dynamics.unexplainedNm(torques, nominalFigures(found.length)),
        dynamics.unexplainedNm(torques, found),
        speedToNoise());
  }

  /** The same motion with as much again of each thing that biases the figures. */
  private List<ArmMotion> worse(double positionNoiseRad, double speedNoiseRadPerS) {
    RandomGenerator random = new SplittableRandom(NOISE_SEED);
    List<ArmMotion> worse = new ArrayList<>();
    worse.add(motion.disturbed(positionNoiseRad, speedNoiseRadPerS, random));
    worse.add(motion.slow(lowPass));
    if (motion.stepSeconds() == 0) {
      worse.add(motion.inOneStep());
    }
    return worse;
  }

  /** What biases least squares does so by about as much as the same again changes them. */
  private static void widen(DMatrixRMaj covariance, double[] found, double[] noisier) {
    for (int i = 0; i < found.length; i++) {
      for (int k = 0; k < found.length; k++) {
        covariance.add(i, k, (noisier[i] - found[i]) * (noisier[k] - found[k]));
      }
    }
  }

  private IdentifiedArm.Delay seconds(DelayChoice delay) {
    double period = motion.periodSeconds();
    return new IdentifiedArm.Delay(
        delay.leastTicks() * period, delay.ticks() * period, delay.mostTicks() * period);
  }

  private double[] nominalFigures(int size) {
    double[] figures = new double[size];
    Arrays.fill(figures, 0, DynamicsRegressor.DAMPING, 1);
    List<Joint> joints = nominal.joints();
    for (int i = 0; i < joints.size(); i++) {
      figures[DynamicsRegressor.DAMPING + i] = joints.get(i).dampingNmsPerRad();
    }
    return figures;
  }

  private double[] speedToNoise() {
    double kept = Math.sqrt(lowPass.shareOfNoiseKept());
    double[] ratio = new double[motion.joints()];
    for (int i = 0; i < ratio.length; i++) {
      double[] course = ArmMotion.course(motion.qd(), i);
      double[] slow = lowPass.apply(course);
      double square = Arrays.stream(slow).map(each -> each * each).average().orElse(0);
      ratio[i] = Math.sqrt(square) / (kept * lowPass.noiseOf(course, slow));
    }
    return ratio;
  }

  /** Root mean square of all joints' noise. */
  private double noise(double[][] signal) {
    double sum = 0;
    for (int i = 0; i < motion.joints(); i++) {
      double[] course = ArmMotion.course(signal, i);
      double noise = lowPass.noiseOf(course, lowPass.apply(course));
      sum += noise * noise;
    }
    return Math.sqrt(sum / motion.joints());
  }
}
