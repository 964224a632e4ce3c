package dev.tandem.runtime.model;

import dev.tandem.runtime.time.HotPath;

/**
 * A model for all who ask about the same joint positions in a tick: what follows from them is
 * calculated when the first one asks, and again only for other positions. The numbers are those of
 * the model inside, to the last bit. Who reads it updates it first, every time: another reader may
 * have been elsewhere in the meantime. One thread.
 */
public final class SharedModel implements RobotModel {
  private final RobotModel model;
  private final LastNumbers positions;
  private final LastNumbers speeds;
  private final double[] mass;
  private final double[] bias;
  private boolean hasMass;

  public SharedModel(RobotModel model) {
    int joints = model.joints();
    this.model = model;
    this.positions = new LastNumbers(joints);
    this.speeds = new LastNumbers(joints);
    this.mass = new double[joints * joints];
    this.bias = new double[joints];
  }

  @Override
  @HotPath
  public int joints() {
    return model.joints();
  }

  @Override
  @HotPath
  public JointLimits limits(int joint) {
    return model.limits(joint);
  }

  @Override
  @HotPath
  public void update(double[] q, int offset) {
    if (positions.areOthers(q, offset)) {
      model.update(q, offset);
      hasMass = false;
      speeds.forget();
    }
  }

  @Override
  @HotPath
  public void toolInBase(double[] out) {
    model.toolInBase(out);
  }

  @Override
  @HotPath
  public void linkInBase(int joint, double[] out) {
    model.linkInBase(joint, out);
  }

  @Override
  @HotPath
  public void jacobian(double[] out) {
    model.jacobian(out);
  }

  @Override
  @HotPath
  public void massMatrix(double[] out) {
    if (!hasMass) {
      model.massMatrix(mass);
      hasMass = true;
    }
    System.arraycopy(mass, 0, out, 0, mass.length);
  }

  @Override
  @HotPath
  public void biasTorque(double[] qd, int offset, double[] out) {
    if (speeds.areOthers(qd, offset)) {
      model.biasTorque(qd, offset, bias);
    }
    System.arraycopy(bias, 0, out, 0, bias.length);
  }
}
