package dev.tandem.app.assembly;

import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.loop.ControlLoop;

/** A control loop, and what may stop it. One control thread. */
interface GuardedLoop {
  ControlLoop loop();

  SafetyGate gate();

  /** Makes good every stop: what is driven was put back, and no person is at it. */
  void restart();
}
