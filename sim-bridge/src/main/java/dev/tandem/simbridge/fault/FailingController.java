package dev.tandem.simbridge.fault;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** A controller with a defect: while the window is open it throws. Control thread. */
public final class FailingController implements Controller {
  private final Controller inner;
  private final FaultWindow window;
  private final IllegalStateException defect = new IllegalStateException("injected");

  public FailingController(Controller inner, FaultWindow window) {
    this.inner = inner;
    this.window = window;
  }

  @Override
  public void reset(Observation observation) {
    inner.reset(observation);
  }

  @Override
  @HotPath
  public void decided(Tick tick, Observation observation, Action action) {
    inner.decided(tick, observation, action);
  }

  @Override
  @HotPath
  public void hold(Tick tick, Observation observation) {
    inner.hold(tick, observation);
  }

  /**
   * The controller's command.
   *
   * @throws IllegalStateException while the window is open
   */
  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    if (window.isOpen(tick)) {
      throw defect;
    }
    inner.update(tick, observation, action, command);
  }

  @Override
  @HotPath
  public boolean setPoint(double[] toInBase) {
    return inner.setPoint(toInBase);
  }
}
