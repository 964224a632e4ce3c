package dev.tandem.simbridge.world;

import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;

/** Force in N and moment in Nm about a moving reference point, in world axes. */
public final class Wrench {
  public final double[] force = new double[3];
  public final double[] moment = new double[3];

  @HotPath
  public void clear() {
    Arrays.fill(force, 0);
    Arrays.fill(moment, 0);
  }

  /** Adds the force {@code f} that acts at {@code arm} from the reference point. */
  @HotPath
  public void add(double[] f, double[] arm) {
    for (int k = 0; k < 3; k++) {
      force[k] += f[k];
    }
    moment[0] += arm[1] * f[2] - arm[2] * f[1];
    moment[1] += arm[2] * f[0] - arm[0] * f[2];
    moment[2] += arm[0] * f[1] - arm[1] * f[0];
  }
}
