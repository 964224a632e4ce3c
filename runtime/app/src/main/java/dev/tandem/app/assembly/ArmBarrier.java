package dev.tandem.app.assembly;

import dev.tandem.safety.barrier.BarrierConfig;
import dev.tandem.safety.barrier.JointBarrierConfig;
import dev.tandem.safety.barrier.KeepOut;
import dev.tandem.safety.barrier.LinkCapsule;
import dev.tandem.safety.barrier.SpaceConfig;
import dev.tandem.safety.barrier.ToolBarrierConfig;
import java.util.List;

/** Shape and surroundings of Tandem's arm: what its barriers keep. */
public final class ArmBarrier {
  /** The tool point stays in here, base frame. */
  static final double[] TOOL_MIN_METRES = {0.15, -0.5, 0.03};

  static final double[] TOOL_MAX_METRES = {0.8, 0.5, 0.8};

  private ArmBarrier() {}

  /** Upper arm, fore arm, wrist and hand as capsules; floor and mounting column kept out of. */
  public static BarrierConfig config() {
    return new BarrierConfig(
        JointBarrierConfig.fr3(),
        ToolBarrierConfig.fr3().within(TOOL_MIN_METRES, TOOL_MAX_METRES),
        new SpaceConfig(CAPSULES, KEEP_OUTS, PAIRS, 1.2, 0.1, 0.035),
        BarrierConfig.FR3_TORQUE_RATE_NM_PER_S);
  }

  private static final List<LinkCapsule> CAPSULES =
      List.of(
          capsule(1, 0, 0, 0, 0, -0.2, 0, 0.07),
          capsule(3, -0.0825, 0.05, 0, -0.0825, 0.25, 0, 0.06),
          capsule(4, 0, 0, -0.1, 0, 0, 0, 0.06),
          capsule(6, 0, 0, 0, 0, 0, 0.08, 0.05));

  private static final List<KeepOut> KEEP_OUTS =
      List.of(
          new KeepOut.Box(new double[] {-2, -2, -1}, new double[] {2, 2, -0.02}),
          new KeepOut.Capsule(new double[] {0, 0, 0}, new double[] {0, 0, 0.1}, 0.09));

  private static final List<SpaceConfig.CapsulePair> PAIRS =
      List.of(new SpaceConfig.CapsulePair(0, 2), new SpaceConfig.CapsulePair(0, 3));

  private static LinkCapsule capsule(
      int joint, double x, double y, double z, double toX, double toY, double toZ, double radius) {
    return new LinkCapsule(joint, new double[] {x, y, z}, new double[] {toX, toY, toZ}, radius);
  }
}
