package dev.tandem.simbridge.fault;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Somebody who takes over while the policy drives, wants the tool to stay, and lets go again. */
public final class SuddenPerson implements InterventionSource {
  private final FaultWindow window;
  private boolean drove;

  public SuddenPerson(FaultWindow window) {
    this.window = window;
  }

  @Override
  @HotPath
  public boolean poll(Tick tick, Observation observation, MutableAction action) {
    drove = window.isOpen(tick);
    if (drove) {
      action.zero();
    }
    return drove;
  }

  @Override
  @HotPath
  public boolean interrupts(Tick tick, Observation observation) {
    return window.isOpen(tick) != drove;
  }
}
