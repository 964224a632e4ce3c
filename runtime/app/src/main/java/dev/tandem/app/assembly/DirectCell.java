package dev.tandem.app.assembly;

import dev.tandem.controllers.direct.DirectDrive;
import dev.tandem.controllers.direct.SlackDrive;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Supervisor;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.LoopParts;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import dev.tandem.safety.filter.ActionBoxFilter;
import dev.tandem.safety.filter.FiniteObservationFilter;
import java.util.List;

/**
 * The loop around simulated drives that take actions as they are: actions keep to their bounds, and
 * numbers that are not finite stop it. There is no arm whose limits could be kept, so never for a
 * robot.
 */
final class DirectCell implements GuardedLoop {
  private final SafetyGate gate;
  private final ControlLoop loop;

  /**
   * In these surroundings.
   *
   * @param observation all that the sensors write
   */
  DirectCell(SignalSpec observation, SignalSpec action, Surroundings place, Deciders deciders) {
    SignalSpec command = place.drives().spec();
    gate = new SafetyGate(command, List.of(new FiniteObservationFilter()));
    LoopParts parts =
        new LoopParts(
            place.clock(),
            place.timing(),
            place.sensors(),
            Always.DRIVEN,
            List.of(new ActionBoxFilter(action)),
            new DirectDrive(action, command),
            new SlackDrive(),
            gate,
            place.drives(),
            place.sink());
    loop =
        new ControlLoop(
            parts, deciders, new MutableObservation(observation, place.images()), action);
  }

  @Override
  public ControlLoop loop() {
    return loop;
  }

  @Override
  public SafetyGate gate() {
    return gate;
  }

  @Override
  public void restart() {
    gate.release();
  }

  /** Nobody is at it, and nothing is watched. */
  private enum Always implements Supervisor {
    DRIVEN;

    @Override
    @HotPath
    public Mode update(Tick tick, Observation seen, LoopHealth health, Command lastApplied) {
      return Mode.RUN_POLICY;
    }

    @Override
    public Mode breakDown() {
      return Mode.FAULT;
    }

    @Override
    @HotPath
    public Mode mode() {
      return Mode.RUN_POLICY;
    }

    @Override
    @HotPath
    public Fault cause() {
      return Fault.NONE;
    }

    @Override
    @HotPath
    public Fault worsenedBy() {
      return Fault.NONE;
    }

    @Override
    @HotPath
    public long faults() {
      return 0;
    }
  }
}
