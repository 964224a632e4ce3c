package dev.tandem.simbridge.randomize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.world.TableChannels;
import dev.tandem.simbridge.world.TableScene;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomizedDrivesTest {
  private static final double PERIOD_SECONDS = 0.001;
  private static final int GRIPPER = 7;

  private final TableChannels channels = new TableChannels(Arm7.withGripper(), TableScene.CUBE);
  private final MutableCommand wanted = new MutableCommand(channels.command());
  private final MutableObservation seen = new MutableObservation(channels.observation());

  private RandomizedDrives drives(Map<Parameter, Double> conditions) {
    RandomizedDrives drives =
        new RandomizedDrives(channels.command(), channels.observation(), new SplittableRandom(1));
    drives.begin(new Conditions(conditions), PERIOD_SECONDS, new SplittableRandom(2));
    return drives;
  }

  private double[] follow(RandomizedDrives drives, double torqueNm) {
    for (int i = 0; i < wanted.size(); i++) {
      wanted.set(i, i == GRIPPER ? torqueNm / 100 : torqueNm);
    }
    double[] made = new double[wanted.size()];
    drives.follow(wanted, seen, PERIOD_SECONDS).copyTo(made, 0);
    return made;
  }

  @Test
  void idealDrivesDoAsTheyAreTold() {
    Command made = drives(Map.of()).follow(wanted, seen, PERIOD_SECONDS);
    assertSame(wanted, made);
  }

  @Test
  void aCommandComesLateAndSoDoesTheGripper() {
    RandomizedDrives drives = drives(Map.of(Parameter.DRIVES_DELAY_SECONDS, 0.003));
    double[] first = IntStream.range(0, 8).mapToDouble(i -> follow(drives, 1 + i)[0]).toArray();
    assertArrayEquals(new double[] {1, 1, 1, 1, 2, 3, 4, 5}, first);
    assertEquals(0.06, follow(drives, 9)[GRIPPER], 1e-12);
  }

  @Test
  void jitterNeverHandsOutAnOlderCommandThanBeforeNorALaterOneThanItMay() {
    RandomizedDrives drives =
        drives(
            Map.of(Parameter.DRIVES_DELAY_SECONDS, 0.002, Parameter.DRIVES_JITTER_SECONDS, 0.004));
    double before = 0;
    boolean[] late = new boolean[7];
    for (int tick = 0; tick < 500; tick++) {
      double now = follow(drives, tick)[3];
      assertTrue(now >= before, "tick " + tick);
      if (tick > 6) {
        late[(int) (tick - now)] = true;
      }
      before = now;
    }
    assertArrayEquals(new boolean[] {false, false, true, true, true, true, true}, late);
  }

  @Test
  void aLagIsAFirstOrderLowPass() {
    RandomizedDrives drives = drives(Map.of(Parameter.DRIVES_LAG_SECONDS, 0.02));
    double made = 0;
    for (int tick = 0; tick < 20; tick++) {
      made = follow(drives, 10)[0];
    }
    assertEquals(10 * (1 - Math.pow(20.0 / 21, 20)), made, 1e-9);
    assertEquals(0.1, follow(drives, 10)[GRIPPER], "the gripper has a drive of its own");
  }

  @Test
  void withoutPowerWhatWasUnderWayIsLost() {
    RandomizedDrives drives = drives(Map.of(Parameter.DRIVES_LAG_SECONDS, 0.02));
    follow(drives, 10);
    drives.rest();
    assertEquals(0, follow(drives, 0)[0]);
  }

  @Test
  void aGainIsOfAllDrivesAndItsSpreadOfEach() {
    assertEquals(8, follow(drives(Map.of(Parameter.DRIVES_GAIN, 0.8)), 10)[2], 1e-12);
    double[] own = follow(drives(Map.of(Parameter.DRIVES_GAIN_SPREAD, 0.1)), 10);
    for (int joint = 0; joint < GRIPPER; joint++) {
      assertTrue(own[joint] >= 9 && own[joint] <= 11 && own[joint] != 10, "joint " + joint);
    }
    assertTrue(own[0] != own[1]);
  }

  @Test
  void aMotorHasLessTorqueTheFasterItTurnsAndMoreToBrake() {
    RandomizedDrives drives = drives(Map.of(Parameter.DRIVES_NO_LOAD_SPEED_RAD_PER_S, 4.0));
    double most = channels.command().channel(0).max();
    seen.set(channels.observation().indexOf("qd.0"), 3);
    assertEquals(most / 4, follow(drives, 1000)[0], 1e-9);
    assertEquals(-most * 1.75, follow(drives, -1000)[0], 1e-9);
    assertEquals(most, follow(drives, 1000)[1], 1e-9, "a joint at rest");
    seen.set(channels.observation().indexOf("qd.0"), 5);
    assertEquals(0, follow(drives, 1000)[0]);
  }
}
