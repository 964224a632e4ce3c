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
    Bound.within(
        "authority.mute_policy_s",
        mutePolicyS,
        0.5,
        60,
        "a policy that comes back sooner fights the hand that has just let go (F32)");
    Bound.within(
        "authority.rest_rad_per_s",
        restRadPerS,
        1e-4,
        0.1,
        "what is faster than 6 degrees a second does not rest, and no encoder tells less from noise");
    Bound.within(
        "authority.max_braking_s",
        maxBrakingS,
        0.05,
        2,
        "in less no arm stops, and after more a stop that fails has done its harm");
    Bound.within(
        "authority.standstill_rad",
        standstillRad,
        1e-3,
        0.2,
        "an arm that goes farther than 11 degrees does not stand, and a thousandth is its spring's");
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
