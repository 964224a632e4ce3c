package dev.tandem.app.robot;

import static dev.tandem.app.robot.RobotFile.nanos;

import dev.tandem.app.settings.Check;
import dev.tandem.safety.authority.AuthorityConfig;

/**
 * Who may drive, and how a stop ends.
 *
 * @param mutePolicyS for which the policy stays silent after a person has let go
 * @param restRadPerS below which every joint counts as at rest
 * @param maxBrakingS in which a controlled stop brings the arm to rest, or takes its power
 * @param standstillRad that a joint may leave the place where it came to rest in a stop that stays
 *     powered
 * @param recoveriesPerMinute that a person is granted
 */
public record AuthorityFigures(
    double mutePolicyS,
    double restRadPerS,
    double maxBrakingS,
    double standstillRad,
    int recoveriesPerMinute) {
  public AuthorityFigures {
    Check.atLeast("authority.mute_policy_s", mutePolicyS, 0);
    Check.above("authority.rest_rad_per_s", restRadPerS, 0);
    Check.atMost("authority.rest_rad_per_s", restRadPerS, 0.1);
    Check.atLeast("authority.max_braking_s", maxBrakingS, 1e-3);
    Check.atMost("authority.max_braking_s", maxBrakingS, 2);
    Check.above("authority.standstill_rad", standstillRad, 0);
    Check.atMost("authority.standstill_rad", standstillRad, 0.2);
    Check.within("authority.recoveries_per_minute", recoveriesPerMinute, 1, 3);
  }

  AuthorityConfig config(ReducedFigures reduced) {
    return new AuthorityConfig(
        nanos(mutePolicyS),
        restRadPerS,
        nanos(maxBrakingS),
        recoveriesPerMinute,
        nanos(reduced.leaveS()));
  }

  /** For a script in a person's place, which lets go on purpose only: it mutes nobody. */
  AuthorityConfig scripted(ReducedFigures reduced) {
    return new AuthorityConfig(
        0, restRadPerS, nanos(maxBrakingS), recoveriesPerMinute, nanos(reduced.leaveS()));
  }
}
