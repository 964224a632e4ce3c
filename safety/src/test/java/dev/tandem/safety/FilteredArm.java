package dev.tandem.safety;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** arm7 without friction, 1 kHz, as the filters see it. */
public final class FilteredArm {
  public static final int JOINTS = 7;
  public static final SignalSpec OBSERVATION = observationSpec();
  public static final SignalSpec COMMAND =
      new SignalSpec("drives", SignalSpec.block("tau", "Nm", JOINTS));

  public final ChainModel model = new ChainModel(Arm7.chain());
  public final MutableTick tick = new MutableTick(1_000_000);
  public final MutableObservation observation = new MutableObservation(OBSERVATION);
  public final MutableCommand lastApplied = new MutableCommand(COMMAND);
  public final MutableCommand command = new MutableCommand(COMMAND);
  public final double[] q = Arm7.homeRad();
  public final double[] qd = new double[JOINTS];

  /** What pushes besides the drives and is in no model. */
  public final double[] disturbanceNm = new double[JOINTS];

  private static SignalSpec observationSpec() {
    List<Channel> channels = new ArrayList<>(SignalSpec.block("q", "rad", JOINTS));
    channels.addAll(SignalSpec.block("qd", "rad/s", JOINTS));
    return new SignalSpec("arm", channels);
  }

  public Verdict apply(SafetyFilter filter) {
    sense();
    return filter.apply(tick, observation, lastApplied, command);
  }

  public void sense() {
    for (int i = 0; i < JOINTS; i++) {
      observation.set(i, q[i]);
      observation.set(JOINTS + i, qd[i]);
    }
  }

  public void command(double... torqueNm) {
    command.setAll(torqueNm, 0);
  }

  public double[] commanded() {
    double[] out = new double[JOINTS];
    command.copyTo(out, 0);
    return out;
  }

  public double[] gravityTorque() {
    double[] bias = new double[JOINTS];
    model.update(q, 0);
    model.biasTorque(new double[JOINTS], 0, bias);
    return bias;
  }

  /** The torque that accelerates the joints by this much now. */
  public double[] torqueFor(double... acceleration) {
    double[] torque = new double[JOINTS];
    model.update(q, 0);
    model.inverseDynamics(qd, acceleration, torque);
    return torque;
  }

  /** What the command accelerates the joints by, in rad/s2. */
  public double[] acceleration() {
    return acceleration(new double[JOINTS]);
  }

  private double[] acceleration(double[] moreNm) {
    DMatrixRMaj mass = new DMatrixRMaj(JOINTS, JOINTS);
    DMatrixRMaj excess = new DMatrixRMaj(JOINTS, 1);
    DMatrixRMaj out = new DMatrixRMaj(JOINTS, 1);
    model.update(q, 0);
    model.massMatrix(mass.data);
    model.biasTorque(qd, 0, excess.data);
    for (int i = 0; i < JOINTS; i++) {
      excess.data[i] = command.get(i) + moreNm[i] - excess.data[i];
    }
    CommonOps_DDRM.solve(mass, excess, out);
    return out.data;
  }

  /** Applies the command for one tick. */
  public void step() {
    double[] acceleration = acceleration(disturbanceNm);
    for (int i = 0; i < JOINTS; i++) {
      qd[i] += 1e-3 * acceleration[i];
      q[i] += 1e-3 * qd[i];
    }
    lastApplied.copyFrom(command);
  }
}
