package dev.tandem.controllers;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/** Controllers of parts of one robot, for example arm and gripper; each writes its own channels. */
public final class ControllerGroup implements Controller {
  private final Controller[] members;

  public ControllerGroup(List<Controller> members) {
    this.members = members.toArray(Controller[]::new);
    if (this.members.length == 0) {
      throw new IllegalArgumentException("a group needs at least one controller, got none");
    }
  }

  @Override
  public void reset(Observation observation) {
    for (Controller member : members) {
      member.reset(observation);
    }
  }

  @Override
  @HotPath
  public void decided(Tick tick, Observation observation, Action action) {
    for (Controller member : members) {
      member.decided(tick, observation, action);
    }
  }

  @Override
  @HotPath
  public void hold(Tick tick, Observation observation) {
    for (Controller member : members) {
      member.hold(tick, observation);
    }
  }

  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    for (Controller member : members) {
      member.update(tick, observation, action, command);
    }
  }

  /** That of the first member that has one. */
  @Override
  @HotPath
  public boolean setPoint(double[] toInBase) {
    for (Controller member : members) {
      if (member.setPoint(toInBase)) {
        return true;
      }
    }
    return false;
  }
}
