package dev.tandem.app.bench;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.task.Reach;
import dev.tandem.simbridge.task.WrappedTask;
import java.util.ArrayList;
import java.util.List;

/** The task {@code reach} with actions that turn the tool, too, by a rotation vector. */
public final class TurningReach extends WrappedTask {
  /** Farther than the set point gets until the next decision. */
  private static final double MOST_RAD = 0.5;

  private final SignalSpec actions;

  public TurningReach(Reach reach) {
    super(reach);
    List<Channel> channels = new ArrayList<>(reach.actionSpec().channels());
    for (String name : List.of("drx", "dry", "drz")) {
      channels.add(new Channel(name, "rad", -MOST_RAD, MOST_RAD));
    }
    this.actions = new SignalSpec("reach displacement and turn", channels);
  }

  @Override
  public SignalSpec actionSpec() {
    return actions;
  }
}
