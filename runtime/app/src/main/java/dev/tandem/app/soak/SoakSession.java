package dev.tandem.app.soak;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.time.Clock;
import java.util.SplittableRandom;

/** The session itself, tick by tick: faults, the person, the policy, the loop. Control thread. */
final class SoakSession {
  private static final int POLL_TICKS = 5;

  /**
   * So long the person asks for the policy in vain, as in a singularity, before putting it back.
   */
  private static final int HELD_TICKS = 5_000;

  private final SoakCell cell;
  private final SoakRecording recording;
  private final Clock clock;
  private final FaultSchedule faults;
  private final SoakPerson person;
  private long episode;
  private long heldTicks;

  SoakSession(SoakCell cell, SoakRecording recording, Clock clock, long seed) {
    this.cell = cell;
    this.recording = recording;
    this.clock = clock;
    SplittableRandom random = new SplittableRandom(seed);
    this.faults = new FaultSchedule(cell.faults.all(), random.split(), this::tell);
    this.person = new SoakPerson(cell.operator, random.split());
  }

  private void tell(Injection injection) {
    recording.note(clock.nanoTime(), injection.words());
  }

  void begin() {
    recording.note(clock.nanoTime(), SoakPlan.of(cell.faults.all()).words());
    cell.task.reset(1);
    cell.cell.loop().startEpisode(episode);
  }

  /** One period. */
  void tick() {
    long next = cell.sink.lastTick() + 1;
    Mode mode = cell.cell.authority().mode();
    faults.before(next, mode);
    person.before(next, mode, faults.wrong());
    cell.policy.before(next, cell.cell.loop().observation());
    cell.cell.loop().tick();
    heldTicks = mode == Mode.ARMED && faults.wrong().isBlank() ? heldTicks + 1 : 0;
    if (heldTicks >= HELD_TICKS) {
      putBack();
    }
    if (next % POLL_TICKS == 0) {
      recording.poll();
    }
  }

  private void putBack() {
    heldTicks = 0;
    episode++;
    recording.note(clock.nanoTime(), "the person puts the arm back, which was held for long");
    cell.putBack(episode);
  }

  /** How often the arm was put back. */
  long putBacks() {
    return episode;
  }

  long ticks() {
    return cell.sink.lastTick() + 1;
  }

  /** The last line. */
  void end() {
    faults.end();
    SoakEnd end = new SoakEnd(cell.sink.ticks(), cell.sink.lastTick());
    recording.note(clock.nanoTime(), end.words());
  }
}
