package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.fault.PushedSimulator;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.task.WrappedTask;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F25 beside tasks that touch nothing, and beside those that are there to touch. */
final class MeantContactTest {
  private static final int SHOULDER = 1;
  private static final int PUSHED_TICKS = 200;

  /** A task in whose world something pushes the arm. */
  private static final class Pushed extends WrappedTask {
    private final PushedSimulator world;

    Pushed(SimulatedTask task) {
      super(task);
      world = new PushedSimulator(task.simulator());
    }

    @Override
    public Simulator simulator() {
      return world;
    }
  }

  /** From end to end of what may be asked for, in every direction at once. */
  private record Jumping(SplittableRandom random) implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      for (int i = 0; i < action.size(); i++) {
        action.set(i, random.nextBoolean() ? 1 : -1);
      }
    }

    @Override
    public long version() {
      return 0;
    }
  }

  private static Rig rig(SimulatedTask task, Policy policy) {
    return new Rig(
        Robot.shippedFor(task.name()),
        task,
        InterventionSource.NOBODY,
        policy,
        new UnjournaledRecording(task));
  }

  private static void begin(Rig rig, long episode) {
    rig.task().reset(episode);
    rig.restart();
    rig.loop().startEpisode(episode);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aPolicyThatKnocksThePegAboutIsNotStopped(long seed) {
    SimulatedTask task = Tasks.create("peg-insert", "plant");
    Rig rig = rig(task, new Jumping(new SplittableRandom(seed)));
    for (int episode = 0; episode < 3; episode++) {
      begin(rig, seed * 100 + episode);
      for (int tick = 0; tick < task.horizonSteps() * task.ticksPerDecision(); tick++) {
        rig.loop().tick();
        assertFalse(rig.loop().isStopped(), rig::stopDescription);
        rig.recording().drain(transition -> {});
      }
      rig.loop().endEpisode();
      rig.recording().drain(transition -> {});
    }
  }

  @ParameterizedTest
  @CsvSource({"reach, 30, 5", "reach, 70, 5", "peg-insert, 70, 36", "peg-insert, 60, 36"})
  void aPushOnTheShoulderStopsTheArmInTime(String name, double torqueNm, int mostTicks) {
    SimulatedTask plain = Tasks.create(name, "plant");
    Pushed task = new Pushed(plain);
    Rig rig = rig(task, Driver.expert(plain).policy());
    begin(rig, 4);
    for (int tick = 0; tick < 300; tick++) {
      rig.loop().tick();
    }
    assertFalse(rig.loop().isStopped(), rig::stopDescription);
    double[] push = new double[7];
    push[SHOULDER] = torqueNm;
    task.world.push(push);
    int ticks = 0;
    while (ticks < PUSHED_TICKS && !rig.loop().isStopped()) {
      rig.loop().tick();
      ticks++;
    }
    assertTrue(rig.loop().isStopped() && ticks <= mostTicks, ticks + " ticks");
    assertTrue(rig.stopDescription().contains("contact: "), rig::stopDescription);
  }

  @Test
  void whereNothingBoundsHowHardTheArmPressesItIsSaidThatContactIsNotWatched() {
    assertEquals(List.of(), contactLines("reach"));
    assertEquals(List.of(), contactLines("peg-insert"));
    List<String> lines = contactLines("pick-cube");
    assertTrue(lines.get(0).contains("no impedance whose clip bounds"), lines::toString);
  }

  private static List<String> contactLines(String task) {
    String simulator = task.equals("pick-cube") ? "mujoco" : "plant";
    return Supervision.notWatched(Robot.shippedFor(task), Tasks.create(task, simulator)).stream()
        .filter(line -> line.startsWith("F25"))
        .toList();
  }
}
