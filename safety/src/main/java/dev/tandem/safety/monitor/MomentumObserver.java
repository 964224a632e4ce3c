package dev.tandem.safety.monitor;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.time.HotPath;

/**
 * Torques that neither the drives nor the model account for, from the generalised momentum {@code p
 * = M qd} (De Luca and Mattone, ICRA 2005; Haddadin, De Luca and Albu-Schaeffer, T-RO 2017, eq.
 * 32): {@code r' = K (p' - tau - C^T qd + g + friction - r)}, without an acceleration being
 * measured. In discrete time {@code dp - Mdot qd dt} is {@code M(k-1) (qd(k) - qd(k-1))} exactly,
 * so that the Coriolis terms come from the model's bias alone. Control thread.
 */
public final class MomentumObserver {
  private final RobotModel model;
  private final ContactConfig config;
  private final double[] mass;
  private final double[] bias;
  private final double[] speed;
  private final double[] residual;
  private boolean started;

  public MomentumObserver(RobotModel model, ContactConfig config) {
    int joints = model.joints();
    if (config.dampingNmsPerRad().size() != joints) {
      throw new IllegalArgumentException(
          "damping must have " + joints + " joints, got " + config.dampingNmsPerRad().size());
    }
    this.model = model;
    this.config = config;
    this.mass = new double[joints * joints];
    this.bias = new double[joints];
    this.speed = new double[joints];
    this.residual = new double[joints];
  }

  /** Forgets everything: the robot was put somewhere else. */
  public void restart() {
    started = false;
    for (int i = 0; i < residual.length; i++) {
      residual[i] = 0;
    }
  }

  /**
   * One period on.
   *
   * @param q in rad, now, [joint]
   * @param qd in rad/s, now, [joint]
   * @param torque in Nm, that acted from the last call to this one, [joint]
   * @return the external torque in Nm, [joint]; the same array every time
   */
  @HotPath
  public double[] update(double[] q, double[] qd, double[] torque, double dtSeconds) {
    if (started) {
      double gain = config.gainPerS() * dtSeconds;
      for (int i = 0; i < residual.length; i++) {
        double known = torque[i] - bias[i] - frictionNm(i);
        double impulse = momentumChange(i, qd) - known * dtSeconds;
        residual[i] += config.gainPerS() * impulse - gain * residual[i];
      }
    }
    remember(q, qd);
    return residual;
  }

  @HotPath
  private double momentumChange(int i, double[] qd) {
    double change = 0;
    for (int k = 0; k < qd.length; k++) {
      change += mass[qd.length * i + k] * (qd[k] - speed[k]);
    }
    return change;
  }

  @HotPath
  private double frictionNm(int i) {
    return config.dampingNmsPerRad().get(i) * speed[i];
  }

  @HotPath
  private void remember(double[] q, double[] qd) {
    model.update(q, 0);
    model.massMatrix(mass);
    model.biasTorque(qd, 0, bias);
    System.arraycopy(qd, 0, speed, 0, speed.length);
    started = true;
  }
}
