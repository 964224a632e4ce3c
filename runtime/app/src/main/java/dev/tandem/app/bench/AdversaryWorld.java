package dev.tandem.app.bench;

import dev.tandem.app.robot.ShippedRobot;
import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.model.Chain;
import dev.tandem.simbridge.fault.ImperfectDrives;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.task.Reach;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.world.Payload;
import dev.tandem.simbridge.world.PhysicsScales;
import java.util.List;

/**
 * What the arm is like that an adversary drives: as the filters' model says but for the damping of
 * its joints, which that leaves out, or different in one more way.
 *
 * @param key in figures
 * @param column of a table for people
 * @param share of all ticks of a bench
 */
record AdversaryWorld(
    String key,
    String column,
    double share,
    Payload payload,
    PhysicsScales scales,
    Drives imperfection) {
  /**
   * What drives do that no model knows of.
   *
   * @param frictionNm of the large joints; of the small ones a quarter
   */
  private record Drives(double frictionNm, int delayTicks) {
    static final Drives IDEAL = new Drives(0, 0);
  }

  static final AdversaryWorld OWN_MODEL =
      new AdversaryWorld(
          "own_model", "own", 0.52, Payload.NONE, PhysicsScales.NOMINAL, Drives.IDEAL);

  /**
   * Every world, the filters' own first. Wherever the arm holds 0.3 kg, it weighs less than the 3
   * Nm that F35 looks for at rest; 1 kg more, nearly everywhere.
   */
  static final List<AdversaryWorld> ALL =
      List.of(
          OWN_MODEL,
          loaded("payload_0.3_kg", "+ 0.3 kg", 0.3),
          loaded("payload_1_kg", "+ 1 kg", 1),
          scaled("damping_x3", "damping x 3", new PhysicsScales(1, 1, 1, 1, 3, 1, 1)),
          scaled("inertia_x1.5", "inertia x 1.5", new PhysicsScales(1, 1.5, 1, 1, 1, 1.5, 1)),
          driven("friction_2_nm", "friction 2 Nm", new Drives(2, 0)),
          driven("drives_1_tick_late", "1 tick late", new Drives(0, 1)));

  private static final double OTHERS_SHARE = 0.08;
  private static final int LARGE_JOINTS = 4;
  private static final double OF_SMALL_JOINTS = 0.25;

  private static AdversaryWorld loaded(String key, String column, double massKg) {
    return new AdversaryWorld(
        key, column, OTHERS_SHARE, new Payload(massKg), PhysicsScales.NOMINAL, Drives.IDEAL);
  }

  private static AdversaryWorld scaled(String key, String column, PhysicsScales scales) {
    return new AdversaryWorld(key, column, OTHERS_SHARE, Payload.NONE, scales, Drives.IDEAL);
  }

  private static AdversaryWorld driven(String key, String column, Drives drives) {
    return new AdversaryWorld(
        key, column, OTHERS_SHARE, Payload.NONE, PhysicsScales.NOMINAL, drives);
  }

  boolean isOfTheFilters() {
    return equals(OWN_MODEL);
  }

  /** Free space, to move and turn the tool in, in the embedded simulator. */
  SimulatedTask task() {
    Chain arm = ShippedRobot.ARM7.model();
    Chain loaded = payload.equals(Payload.NONE) ? arm : payload.on(arm);
    Reach reach = new Reach(scene -> new ChainPlant(loaded, scene));
    reach.world().adjust(scales);
    return new TurningReach(reach);
  }

  /** The world of {@link #task} behind its drives. */
  Simulator drives(SimulatedTask task) {
    Simulator ideal = task.simulator();
    if (imperfection.equals(Drives.IDEAL)) {
      return ideal;
    }
    double[] frictionNm = new double[ideal.commandSpec().block("tau").size()];
    for (int i = 0; i < frictionNm.length; i++) {
      frictionNm[i] = imperfection.frictionNm() * (i < LARGE_JOINTS ? 1 : OF_SMALL_JOINTS);
    }
    return new ImperfectDrives(ideal, imperfection.delayTicks(), frictionNm);
  }
}
