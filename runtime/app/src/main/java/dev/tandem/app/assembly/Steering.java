package dev.tandem.app.assembly;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.loop.Deciders;
import java.util.function.Function;

/**
 * Who steers an arm.
 *
 * @param warden who may, once it knows the arm
 * @param deciders who want to
 * @param controller what makes commands of what they want
 */
public record Steering(
    Function<ArmControl, Warden> warden,
    Deciders deciders,
    Function<ArmControl, Controller> controller) {
  /** With the arm's own controller. */
  public Steering(Function<ArmControl, Warden> warden, Deciders deciders) {
    this(warden, deciders, ArmControl::controller);
  }
}
