package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.safety.barrier.BarrierReport;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.SplittableRandom;

/**
 * An adversary at the arm of one world, every tick judged: in every other episode it is the policy,
 * in the others it commands the joint torques themselves; a third of the episodes are at reduced
 * speed. Each ends in a stop out of whatever motion there is, and the stop is judged to its end.
 */
final class AdversaryRun implements AdversaryPerson.Pace {
  private static final int EPISODE_TICKS = 4_000;
  private static final int MOOD_TICKS = 500;

  /** Of episodes; in between the arm goes on from where it came to rest. */
  private static final int PUT_BACK_EVERY = 4;

  private final LimitTable table = new LimitTable();
  private final SplittableRandom random;
  private final AdversaryCell at;
  private final ChainChecker checker;
  private final AdversaryPerson person;
  private final TickRecord record;
  private final long ticks;
  private long done;
  private long episode;
  private boolean reduced;
  private final Counts counts = new Counts();

  /** Of ticks. */
  private static final class Counts {
    long working;
    long braking;
    long stops;
    long unasked;
  }

  /**
   * Nothing moves yet.
   *
   * @param ticks that it will take
   */
  AdversaryRun(Robot limits, AdversaryWorld world, long ticks, long seed) {
    SimulatedTask task = world.task();
    this.ticks = ticks;
    this.random = new SplittableRandom(seed);
    this.record =
        new TickRecord(task.observationSpec(), task.actionSpec(), task.simulator().commandSpec());
    this.at = new AdversaryCell(limits, world, task, sink(), random.split());
    this.checker =
        new ChainChecker(
            limits, task.observationSpec(), at.cell.arm().barriers()::relaxedTicks, table);
    this.person = new AdversaryPerson(at, this);
  }

  private TickSink sink() {
    return new TickSink() {
      @Override
      public TickRecord claim() {
        return record;
      }

      @Override
      public void publish() {
        checker.check(record, reduced);
      }
    };
  }

  /** All of it. */
  AdversaryRun run() {
    at.cell.loop().startEpisode(episode);
    while (goesOn()) {
      episode();
    }
    return this;
  }

  private void episode() {
    at.takeTurns(episode % 2 == 0);
    reduceSpeed(random.nextInt(3) == 0);
    person.goOn();
    int worked = 0;
    while (worked < EPISODE_TICKS && goesOn() && !at.mode().isStop()) {
      if (worked % MOOD_TICKS == 0) {
        at.changeMood();
      }
      tick();
      worked++;
    }
    counts.unasked += at.mode().isStop() ? 1 : 0;
    if (worked == EPISODE_TICKS) {
      person.isContent();
    }
    end();
    episode++;
  }

  private void end() {
    if (episode % PUT_BACK_EVERY == PUT_BACK_EVERY - 1) {
      person.powerOff();
      person.watchItsEnd();
      putBack();
    } else if (random.nextBoolean()) {
      at.operator.stop("the episode is over");
      person.watchItsEnd();
    } else {
      at.operator.emergencyStop("the episode is over");
      person.watchItsEnd();
    }
  }

  private void reduceSpeed(boolean wanted) {
    reduced = wanted;
    if (wanted) {
      at.operator.reduceSpeed();
    } else {
      at.operator.restoreSpeed();
    }
  }

  @Override
  public void tick() {
    boolean before = at.mode().isStop();
    at.cell.loop().tick();
    Mode mode = at.mode();
    done++;
    counts.stops += mode.isStop() && !before ? 1 : 0;
    counts.working += at.isAtWork() ? 1 : 0;
    counts.braking += mode.brakes() && !rests() ? 1 : 0;
  }

  @Override
  public boolean goesOn() {
    return done < ticks;
  }

  @Override
  public boolean rests() {
    return checker.rests();
  }

  @Override
  public void putBack() {
    if (at.mode() == Mode.STOP0) {
      at.putBack(episode, random.nextLong());
      checker.restart();
    }
  }

  LimitTable table() {
    return table;
  }

  /** What happened, and limit by limit how near it came. */
  JsonObject figures() {
    BarrierReport barriers = at.cell.arm().barriers();
    JsonObject figures =
        new JsonObject()
            .put("ticks", ticks)
            .put("working_share", (double) counts.working / ticks)
            .put("braking_ticks", counts.braking)
            .put("withheld_ticks", checker.withheldTicks())
            .put("stops", counts.stops)
            .put("not_at_rest_share", checker.notAtRestShare())
            .put("unasked_stops", counts.unasked)
            .put("recoveries", person.recoveries())
            .put("refused_recoveries", person.refused())
            .put("put_back_to_go_on", person.putBacks())
            .put("binding_share", (double) barriers.bindingTicks() / ticks)
            .put("relaxed_share", (double) barriers.relaxedTicks() / ticks)
            .put("braked_share", (double) barriers.brakedTicks() / ticks);
    return figures.putAll(at.harm()).putAll(table.figures());
  }
}
