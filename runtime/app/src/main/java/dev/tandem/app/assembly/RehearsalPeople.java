package dev.tandem.app.assembly;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** A person who takes over, lets go and is lost, and a policy that loses its mind, by the scene. */
final class RehearsalPeople implements InterventionSource, Policy {
  private final Policy policy;
  private Rehearsal.Scene scene = Rehearsal.Scene.DRIVES;

  RehearsalPeople(Policy policy) {
    this.policy = policy;
  }

  void play(Rehearsal.Scene next) {
    scene = next;
  }

  @Override
  @HotPath
  public boolean poll(Tick tick, Observation observation, MutableAction action) {
    boolean drives = scene == Rehearsal.Scene.IS_TAKEN_OVER && tick.index() % 200 < 150;
    if (drives) {
      action.zero();
    }
    return drives;
  }

  @Override
  @HotPath
  public boolean interrupts(Tick tick, Observation observation) {
    return scene == Rehearsal.Scene.IS_TAKEN_OVER && tick.index() % 50 == 0;
  }

  @Override
  @HotPath
  public boolean isLost(Tick tick) {
    return scene == Rehearsal.Scene.IS_TAKEN_OVER && tick.index() % 200 > 120;
  }

  @Override
  @HotPath
  public void act(Tick tick, Observation observation, MutableAction action) {
    policy.act(tick, observation, action);
    if (scene == Rehearsal.Scene.IS_ASKED_FOR_NONSENSE) {
      action.set(0, Double.NaN);
    }
  }

  @Override
  @HotPath
  public void prepare() {
    policy.prepare();
  }

  @Override
  @HotPath
  public long version() {
    return policy.version();
  }
}
