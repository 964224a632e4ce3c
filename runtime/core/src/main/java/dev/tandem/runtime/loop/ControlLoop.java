package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Sense, decide, control, check, act, publish: the same loop on a robot and in simulation. One
 * thread owns it.
 */
public final class ControlLoop {
  private final LoopParts parts;
  private final Sensor[] sensors;
  private final Schedule schedule;
  private final Decision decision;
  private final MutableObservation observation;
  private final MutableCommand proposed;
  private final StopReport stopReport = new StopReport();
  private long episode;
  private int step = -1;

  public ControlLoop(
      LoopParts parts, Deciders deciders, MutableObservation observation, SignalSpec actionSpec) {
    this.parts = parts;
    this.sensors = parts.sensors().toArray(Sensor[]::new);
    this.schedule = new Schedule(parts.clock(), parts.periodNanos());
    this.decision = new Decision(actionSpec, deciders, parts.actionFilters());
    this.observation = observation;
    this.proposed = new MutableCommand(parts.actuator().spec());
  }

  /** One period. */
  @HotPath
  public void tick() {
    Tick tick = schedule.await();
    sense(tick);
    boolean decided = decide(tick);
    parts.controller().update(tick, observation, decision.applied(), proposed);
    SafeCommand command = parts.gate().pass(tick, observation, proposed);
    act(tick, command);
    publish(tick, decided, false);
  }

  /**
   * Starts an episode where the robot stands now; a latched stop must have been released before.
   */
  public void startEpisode(long number) {
    episode = number;
    step = -1;
    stopReport.clear();
    sense(schedule.current());
    decision.reset();
    parts.controller().reset(observation);
  }

  /** Senses between two ticks, without waiting for the next: is the episode over? */
  public Observation look() {
    sense(schedule.current());
    return observation;
  }

  /** Senses once more, so that the last step has its next observation, and publishes the end. */
  public void endEpisode() {
    Tick tick = schedule.await();
    sense(tick);
    publish(tick, false, true);
  }

  @HotPath
  private void sense(Tick tick) {
    for (int i = 0; i < sensors.length; i++) {
      if (sensors[i].sample(tick, observation) == IoStatus.FAULT) {
        stop(StopCause.SENSOR_FAULT, tick, i, 0);
      }
    }
    int bad = observation.firstNotFinite();
    if (bad >= 0) {
      stop(StopCause.OBSERVATION_NOT_FINITE, tick, bad, observation.get(bad));
    }
  }

  @HotPath
  private boolean decide(Tick tick) {
    if (parts.gate().isStopped() || !decision.update(tick, observation)) {
      return false;
    }
    step++;
    int bad = decision.firstNotFinite();
    if (bad >= 0) {
      stop(StopCause.ACTION_NOT_FINITE, tick, bad, decision.requested().get(bad));
    } else if (decision.refusedBy() >= 0) {
      stop(StopCause.ACTION_REFUSED, tick, decision.refusedBy(), 0);
    }
    parts.controller().decided(tick, observation, decision.applied());
    return true;
  }

  @HotPath
  private void act(Tick tick, SafeCommand command) {
    if (parts.gate().isStopped()) {
      int by = parts.gate().stoppedBy();
      stopReport.note(StopCause.COMMAND_REFUSED, tick.index(), by, Double.NaN);
      parts.actuator().makeSafe(tick);
    } else if (parts.actuator().write(tick, command) == IoStatus.FAULT) {
      stop(StopCause.ACTUATOR_FAULT, tick, 0, 0);
    }
  }

  @HotPath
  private void stop(StopCause cause, Tick tick, int index, double found) {
    stopReport.note(cause, tick.index(), index, found);
    parts.gate().requestStop();
  }

  @HotPath
  private void publish(Tick tick, boolean decided, boolean episodeEnd) {
    TickRecord to = parts.sink().claim();
    to.tick = tick.index();
    to.startNanos = tick.startNanos();
    to.latenessNanos = tick.latenessNanos();
    to.episode = episode;
    to.step = step;
    to.decided = decided;
    to.episodeEnd = episodeEnd;
    to.origin = decision.origin();
    to.verdict = verdict();
    to.modifiedMask = parts.gate().modifiedMask();
    to.policyVersion = decision.policyVersion();
    observation.copyTo(to.observation, 0);
    decision.requested().copyTo(to.requestedAction, 0);
    decision.applied().copyTo(to.appliedAction, 0);
    proposed.copyTo(to.proposedCommand, 0);
    parts.gate().lastApplied().copyTo(to.appliedCommand, 0);
    to.executionNanos = schedule.sinceDeadlineNanos() - tick.latenessNanos();
    parts.sink().publish();
  }

  @HotPath
  private Verdict verdict() {
    return parts.gate().verdict().worse(decision.verdict());
  }

  /** What was sensed in the last tick. */
  public Observation observation() {
    return observation;
  }

  /** True from a stop until the gate is released. */
  public boolean isStopped() {
    return parts.gate().isStopped();
  }

  /** Why the loop stands still; {@link StopCause#NONE} when it does not. */
  public StopReport stopReport() {
    return stopReport;
  }

  public long skippedTicks() {
    return schedule.skippedTicks();
  }
}
