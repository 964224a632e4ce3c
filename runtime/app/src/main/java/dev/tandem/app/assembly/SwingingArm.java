package dev.tandem.app.assembly;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;

/** What Tandem's arm would report while it swings about its home, without any dynamics. */
public final class SwingingArm {
  private static final double RADIANS_PER_TICK = 2e-3;
  private static final double TICKS_PER_SECOND = 1000;

  private final Block q;
  private final Block qd;
  private final Block tau;
  private final Block tool;
  private final double[] homeRad = Arm7.homeRad();
  private final double[] toolAtHome = new double[16];

  /** Near home no monitor takes what is missing of it for a contact or a payload. */
  private final double[] gravityAtHomeNm = new double[homeRad.length];

  public SwingingArm(SignalSpec observation) {
    this.q = observation.block("q");
    this.qd = observation.block("qd");
    this.tau = observation.block("tau");
    this.tool = observation.block("tool");
    ChainModel model = new ChainModel(Arm7.chain());
    model.update(homeRad, 0);
    model.toolInBase(toolAtHome);
    model.biasTorque(new double[homeRad.length], 0, gravityAtHomeNm);
  }

  /**
   * Joints and tool; the tool is where it is at home.
   *
   * @param swingRad of every joint to either side
   */
  @HotPath
  public void sample(long tick, double swingRad, MutableObservation observation) {
    double phaseRad = tick * RADIANS_PER_TICK;
    double speedRadPerS = swingRad * RADIANS_PER_TICK * TICKS_PER_SECOND;
    for (int i = 0; i < homeRad.length; i++) {
      observation.set(q.offset() + i, homeRad[i] + swingRad * Math.sin(phaseRad + i));
      observation.set(qd.offset() + i, speedRadPerS * Math.cos(phaseRad + i));
      observation.set(tau.offset() + i, gravityAtHomeNm[i]);
    }
    for (int axis = 0; axis < 3; axis++) {
      observation.set(tool.offset() + axis, toolAtHome[4 * axis + 3]);
    }
  }
}
