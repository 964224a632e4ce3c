package dev.tandem.runtime.loop;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;

/** Always asks for the same push, and counts how often it was asked. */
final class FakePolicy implements Policy {
  double push;
  int asked;
  int prepared;
  Runnable whenAsked = () -> {};
  Runnable whenPrepared = () -> {};
  boolean claimsALimit;
  private final long version;

  FakePolicy(double push, long version) {
    this.push = push;
    this.version = version;
  }

  @Override
  public void act(Tick tick, Observation observation, MutableAction action) {
    asked++;
    whenAsked.run();
    action.set(0, push);
    if (claimsALimit) {
      action.limitedBy(1);
    }
  }

  @Override
  public void prepare() {
    prepared++;
    whenPrepared.run();
  }

  @Override
  public long version() {
    return version;
  }
}
