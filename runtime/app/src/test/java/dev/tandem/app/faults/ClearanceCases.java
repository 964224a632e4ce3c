package dev.tandem.app.faults;

import static dev.tandem.app.faults.Injections.arm;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.simbridge.fault.Distortion;

/** Links measured where they must not be. */
final class ClearanceCases {
  private ClearanceCases() {}

  static void addTo(FaultList to) {
    to.add(measured(Fault.KEEP_OUT_ENTERED, "hand measured in the floor", "q.1", 1, leaning()));
    to.add(measured(Fault.LINKS_TOO_NEAR, "hand measured at the upper arm", "q.3", 3, folded()));
  }

  private static FaultCase measured(
      Fault fault, String how, String first, int joints, Distortion distortion) {
    FaultCase.Answer answer = FaultCase.Answer.of(Reaction.STOP2, 1);
    return new FaultCase("F26", fault, how, answer, 5, arm(first, joints, distortion));
  }

  private static Distortion leaning() {
    return Distortion.to(1.2);
  }

  /** Elbow and wrist bent as far as they go, whatever they are; the joint between as it is. */
  private static Distortion folded() {
    return (healthy, before) -> healthy < -1 ? -3.06 : healthy > 1 ? 0.3 : healthy;
  }
}
