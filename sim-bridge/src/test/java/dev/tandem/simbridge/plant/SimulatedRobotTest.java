package dev.tandem.simbridge.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.runtime.time.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of the world while its loop is held up. */
class SimulatedRobotTest {
  private static final SignalSpec SPEC = new SignalSpec("one", SignalSpec.block("tau", "Nm", 1));

  private final List<String> world = new ArrayList<>();
  private final SimulatedRobot robot = new SimulatedRobot(new World());
  private final SafetyGate gate =
      new SafetyGate(SPEC, List.of((tick, seen, before, command) -> Verdict.PASSED));
  private final MutableObservation observation = new MutableObservation(SPEC);
  private final MutableCommand command = new MutableCommand(SPEC);

  /** Notes what is done to it. */
  private final class World implements Simulator {
    @Override
    public void step(Command by, double dtSeconds) {
      world.add("step %.0f Nm %.0f ms".formatted(by.get(0), 1000 * dtSeconds));
    }

    @Override
    public void brake(double dtSeconds) {
      world.add("brake");
    }

    @Override
    public void observe(MutableObservation to) {
      world.add("observe");
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of();
    }

    @Override
    public SignalSpec observationSpec() {
      return SPEC;
    }

    @Override
    public SignalSpec commandSpec() {
      return SPEC;
    }

    @Override
    public void reset(long seed) {}

    @Override
    public void render(String camera, MutableImage image) {}

    @Override
    public void close() {}
  }

  private static Tick tick(long index) {
    MutableTick tick = new MutableTick(1_000_000);
    tick.set(index, index * 1_000_000, 0);
    return tick;
  }

  private void sample(long index) {
    robot.sample(tick(index), observation);
  }

  private void drive(long index, double torqueNm) {
    sample(index);
    command.set(0, torqueNm);
    robot.write(tick(index), gate.pass(tick(index), observation, command));
  }

  private List<String> sampledAfter(long index) {
    world.clear();
    sample(index);
    return List.copyOf(world);
  }

  @Test
  void goesOnUnderTheLastCommandForEveryTickThatWasSkippedBeforeItIsObserved() {
    drive(7, 3);
    drive(8, 5);
    gate.withhold();
    assertEquals(List.of("step 5 Nm 1 ms", "step 5 Nm 1 ms", "observe"), sampledAfter(11));
  }

  @Test
  void doesNothingByItselfWhenNoTickWasSkipped() {
    drive(7, 3);
    assertEquals(List.of("observe"), sampledAfter(8));
    assertEquals(List.of("observe"), sampledAfter(8), "looked at once more");
  }

  @Test
  void aLoopThatCommandsWithoutLookingIsNotHeldUp() {
    for (long index = 0; index < 5; index++) {
      robot.write(tick(index), gate.pass(tick(index), observation, command));
    }
    assertEquals(List.of("observe"), sampledAfter(5));
  }

  @Test
  void aLoopThatLooksWithoutCommandingIsNotHeldUp() {
    drive(0, 3);
    sample(1);
    assertEquals(List.of("observe"), sampledAfter(2));
  }

  @Test
  void stopsByItselfAfterAsManyMissedCommandsAsAnFr3() {
    drive(0, 3);
    List<String> done = sampledAfter(21);
    assertEquals(20, done.stream().filter("step 3 Nm 1 ms"::equals).count());
    assertEquals(21, done.size(), "20 were missed, it runs on");
    drive(22, 3);
    done = sampledAfter(44);
    assertEquals(20, done.stream().filter("step 3 Nm 1 ms"::equals).count());
    assertEquals(List.of("brake", "observe"), done.subList(20, 22));
    assertEquals(List.of("observe"), sampledAfter(60), "until the next command");
  }

  @Test
  void doesNotMoveWhileItsBrakesHoldIt() {
    drive(0, 3);
    robot.makeSafe(tick(1));
    assertEquals(List.of("observe"), sampledAfter(15));
  }

  @Test
  void doesNotMoveAfterItWasPutSomewhereElse() {
    drive(0, 3);
    robot.wasPutElsewhere();
    assertEquals(List.of("observe"), sampledAfter(15));
  }

  @Test
  void knowsNothingOfTheTicksBeforeItsFirst() {
    assertEquals(List.of("observe"), sampledAfter(1_000));
  }
}
