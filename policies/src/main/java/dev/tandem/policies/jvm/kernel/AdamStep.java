package dev.tandem.policies.jvm.kernel;

import dev.tandem.policies.sac.AdamSchedule;

/**
 * What one optimiser step multiplies by; filled anew for every step. Adam is that of arXiv
 * 1412.6980 with its bias corrections folded into rate and epsilon, weight decay that of AdamW
 * (1711.05101).
 */
public final class AdamStep {
  public static final float REST1 = (float) (1 - AdamSchedule.BETA1);
  public static final float REST2 = (float) (1 - AdamSchedule.BETA2);

  /**
   * Smaller moments become zero. Without a gradient they would shrink until they are denormal and
   * stay so, and every step would take many times as long.
   */
  static final float LEAST_MOMENT = 1e-35f;

  /** alpha sqrt(1 - beta2^t) / (1 - beta1^t). */
  public float rate;

  /** 1e-8 sqrt(1 - beta2^t). */
  public float epsilon;

  /** What the gradient is multiplied by before all else; below one where it is clipped. */
  public float gradientScale = 1;

  /** Share of every weight that goes: alpha times the weight decay. */
  public float decay;

  /** Share of the way that the target moves after the weights. */
  public float tau;
}
