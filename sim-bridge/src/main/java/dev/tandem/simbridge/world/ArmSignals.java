package dev.tandem.simbridge.world;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The channels of an arm in a simulator, and the wrist sensor's noise and low-pass. */
public final class ArmSignals {
  private final ArmChannels arm;
  private final SignalSpec observation;
  private final SignalSpec command;
  private final ArmScene.WrenchSensor sensor;
  private final double[] wrench = new double[6];
  private RandomGenerator random = generator(0);

  public ArmSignals(Chain chain, ArmScene.WrenchSensor sensor) {
    this.sensor = sensor;
    this.arm = new ArmChannels(chain);
    List<Channel> channels = new ArrayList<>(arm.observed());
    for (String axis : List.of("fx", "fy", "fz")) {
      channels.add(Channel.of("wrench." + axis, "N"));
    }
    for (String axis : List.of("tx", "ty", "tz")) {
      channels.add(Channel.of("wrench." + axis, "Nm"));
    }
    this.observation = new SignalSpec(chain.name(), channels);
    this.command = new SignalSpec(chain.name() + " drives", arm.torques());
  }

  private static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  public SignalSpec observation() {
    return observation;
  }

  public SignalSpec command() {
    return command;
  }

  /** From now on the sensor's noise follows from {@code seed}. */
  public void seed(long seed) {
    random = generator(seed);
  }

  /** As if nothing had ever touched the tool. */
  public void clear() {
    Arrays.fill(wrench, 0);
  }

  /** Lets the sensor feel {@code contact} for {@code dtSeconds}. */
  @HotPath
  public void filter(Wrench contact, double dtSeconds) {
    double blend = dtSeconds / (sensor.filterSeconds() + dtSeconds);
    for (int k = 0; k < 3; k++) {
      double force = contact.force[k] + sensor.forceNoiseN() * random.nextGaussian();
      double moment = contact.moment[k] + sensor.torqueNoiseNm() * random.nextGaussian();
      wrench[k] += blend * (force - wrench[k]);
      wrench[3 + k] += blend * (moment - wrench[3 + k]);
    }
  }

  /** All of rad, rad/s, Nm and [joint]. */
  @HotPath
  public void write(MutableObservation to, double[] q, double[] qd, double[] torque) {
    arm.write(to, q, qd, torque);
  }

  /** The tool's point [3], its speed [3 or more], and what the wrist's sensor says. */
  @HotPath
  public void writeTool(MutableObservation to, double[] tool, double[] toolVelocity) {
    int at = arm.writeTool(to, tool, toolVelocity);
    for (int k = 0; k < 6; k++) {
      to.set(at + k, wrench[k]);
    }
  }
}
