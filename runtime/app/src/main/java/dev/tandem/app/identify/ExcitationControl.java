package dev.tandem.app.identify;

import dev.tandem.controllers.identify.Excitation;
import dev.tandem.controllers.joint.JointImpedance;
import dev.tandem.controllers.joint.JointImpedanceConfig;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Tick;

/**
 * Pulls an arm along an excitation with {@link JointImpedance}, whose set point goes ahead of the
 * motion by what its damper holds back. The arm need not follow closely: what counts is how it
 * moved, not how it was to. Whatever else the drives can do they leave as it is. One thread.
 */
final class ExcitationControl implements Controller {
  /** Of each joint with the inertia that it has where the swing is centred. */
  private static final double RAD_PER_S = 12;

  private static final double MAX_ERROR_RAD = 0.5;

  private final Excitation excitation;
  private final JointState state;
  private final JointImpedance impedance;
  private final MutableAction ahead;
  private final double[] dampingNmsPerRad;
  private final double[] stiffnessNmPerRad;
  private long ticks;
  private boolean held;

  ExcitationControl(
      Excitation excitation, SignalSpec observation, SignalSpec command, RobotModel model) {
    int joints = model.joints();
    this.excitation = excitation;
    this.state = new JointState(observation, joints);
    this.stiffnessNmPerRad = new double[joints];
    this.dampingNmsPerRad = new double[joints];
    double[] mass = new double[joints * joints];
    model.update(excitation.centreRad(), 0);
    model.massMatrix(mass);
    for (int i = 0; i < joints; i++) {
      double inertiaKgM2 = mass[i * joints + i];
      stiffnessNmPerRad[i] = RAD_PER_S * RAD_PER_S * inertiaKgM2;
      dampingNmsPerRad[i] = 2 * RAD_PER_S * inertiaKgM2;
    }
    SignalSpec joint = new SignalSpec("excitation", SignalSpec.block("dq", "rad", joints));
    double anySpeedRadPerS = 100;
    JointImpedanceConfig config =
        new JointImpedanceConfig(
            stiffnessNmPerRad, dampingNmsPerRad, MAX_ERROR_RAD, anySpeedRadPerS);
    this.impedance = new JointImpedance(observation, joint, command, model, config);
    this.ahead = new MutableAction(joint);
  }

  /** Whether somebody kept it from going on, so that the motion is not what it should have been. */
  boolean wasHeld() {
    return held;
  }

  @Override
  public void reset(Observation observation) {
    ticks = 0;
    impedance.reset(observation);
  }

  @Override
  public void decided(Tick tick, Observation observation, Action action) {}

  @Override
  public void hold(Tick tick, Observation observation) {
    held = true;
  }

  @Override
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    double at = ticks++ * (tick.periodNanos() * 1e-9);
    state.read(observation);
    for (int i = 0; i < stiffnessNmPerRad.length; i++) {
      Excitation.Point wanted = excitation.point(i, at);
      double leadRad = wanted.radPerS() * dampingNmsPerRad[i] / stiffnessNmPerRad[i];
      ahead.set(i, wanted.rad() + leadRad - state.q()[i]);
    }
    impedance.decided(tick, observation, ahead);
    impedance.update(tick, observation, ahead, command);
  }
}
