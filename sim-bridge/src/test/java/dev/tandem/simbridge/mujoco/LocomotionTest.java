package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.locomotion.Gait;
import dev.tandem.simbridge.locomotion.Locomotion;
import dev.tandem.simbridge.world.BodyWorld;
import dev.tandem.simbridge.world.BodyWorld.Observed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conventions of Gymnasium's Hopper-v4 and Humanoid-v4, on bodies of our own. */
class LocomotionTest {
  private static final Path ONE_LEG = Path.of("..", "examples", "locomotion", "one-leg.xml");
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final List<Gait.Range> HEALTHY =
      List.of(new Gait.Range("rootz", 0, 0.7, INFINITE), new Gait.Range("rooty", 0, -0.2, 0.2));

  @TempDir Path folder;
  private final List<BodyWorld> worlds = new ArrayList<>();

  @AfterEach
  void close() {
    worlds.forEach(BodyWorld::close);
  }

  private BodyWorld world(Path file, boolean byMass, Observed... more) {
    BodyWorld world = new MujocoBody(Natives.mujoco(), file, byMass, List.of(more));
    worlds.add(world);
    return world;
  }

  private Path model(String text) throws IOException {
    return Files.writeString(folder.resolve("model.xml"), text);
  }

  private static Gait gait(boolean terminates, Gait.Start start) {
    Gait.Health health = new Gait.Health(HEALTHY, 100, terminates);
    return new Gait(4, 1, 10, new Gait.Pay(1, 1e-3, 1), health, start, 1000, 0.99);
  }

  private Locomotion hopper(boolean terminates) {
    return new Locomotion(world(ONE_LEG, false), gait(terminates, new Gait.Start(0.005, false)));
  }

  private static MutableObservation seen(Locomotion task, double... positionsThenSpeeds) {
    MutableObservation seen = new MutableObservation(task.observationSpec());
    for (int i = 0; i < positionsThenSpeeds.length; i++) {
      seen.set(i, positionsThenSpeeds[i]);
    }
    seen.set(12, positionsThenSpeeds[0]);
    return seen;
  }

  private static MutableObservation look(Locomotion task) {
    MutableObservation seen = new MutableObservation(task.observationSpec());
    task.world().observe(seen);
    return seen;
  }

  @Test
  void aPolicySeesAllPositionsButTheFirstAndSpeedsCutAtTen() {
    Locomotion task = hopper(true);
    assertEquals(
        List.of("q.1", "q.2", "q.3", "q.4", "q.5", "qd.0", "qd.1", "qd.2", "qd.3", "qd.4", "qd.5"),
        task.encoder().names());
    float[] features = new float[11];
    MutableObservation seen = seen(task, 7, 1.2, 20, 0.3, 0.4, 0.5, -11, 12, 0.1, 0.2, 9, -9);
    task.encoder().encode(seen, features);
    assertArrayEquals(
        new float[] {1.2f, 20, 0.3f, 0.4f, 0.5f, -10, 10, 0.1f, 0.2f, 9, -9}, features);
  }

  @Test
  void aDecisionIsSoManyStepsOfTheModelAndActionsAreItsDrives() {
    Locomotion task = hopper(true);
    assertEquals(2_000_000, task.periodNanos());
    assertEquals(4, task.ticksPerDecision());
    assertEquals(1000, task.horizonSteps());
    assertEquals(3, task.actionSpec().size());
    assertEquals(-1, task.actionSpec().channel(0).min());
    assertTrue(task.isDirect());
  }

  /** 16 mm in 8 ms are 2 m/s; the effort is 1.5. */
  @Test
  void theRewardIsSpeedAndHealthLessEffort() {
    Locomotion task = hopper(true);
    MutableAction action = new MutableAction(task.actionSpec());
    action.setAll(new double[] {0.5, -0.5, 1}, 0);
    MutableObservation before = seen(task, 1, 1.2, 0);
    MutableObservation after = seen(task, 1.016, 1.2, 0);
    assertEquals(2 + 1 - 0.0015, task.reward(before, action, after), 1e-9);
    assertEquals(-2 + 1 - 0.0015, task.reward(after, action, before), 1e-9);
  }

  @Test
  void healthIsPaidForToTheEndWhenUnhealthMakesOneAndElseWhileItLasts() {
    MutableAction rest = new MutableAction(hopper(true).actionSpec());
    Locomotion ends = hopper(true);
    assertEquals(1, ends.reward(seen(ends, 0, 1.2, 0), rest, seen(ends, 0, 0.6, 0)), 1e-12);
    Locomotion goesOn = hopper(false);
    assertEquals(0, goesOn.reward(seen(goesOn, 0, 1.2, 0), rest, seen(goesOn, 0, 0.6, 0)), 1e-12);
    assertEquals(1, goesOn.reward(seen(goesOn, 0, 0.6, 0), rest, seen(goesOn, 0, 1.2, 0)), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, 0, 0, true",
    "0.71, 0.19, 99, true",
    "0.69, 0, 0, false",
    "1.2, 0.21, 0, false",
    "1.2, -0.21, 0, false",
    "1.2, 0, 101, false",
    "1.2, 0, -101, false",
    "NaN, 0, 0, false"
  })
  void itEndsWhenItIsNotHealthyUnlessItMayGoOn(
      double height, double angle, double speed, boolean healthy) {
    Locomotion task = hopper(true);
    MutableObservation seen = seen(task, 0, height, angle, 0, 0, 0, 0, 0, 0, 0, 0, speed);
    assertEquals(!healthy, task.terminated(seen));
    assertEquals(healthy, task.succeeded(seen));
    assertFalse(hopper(false).terminated(seen));
  }

  @Test
  void theStartIsTheModelsWithNoiseThatFollowsFromTheSeed() {
    Locomotion task = hopper(true);
    double[] start = worlds.get(0).startPositions();
    assertEquals(1.2, start[1]);
    task.reset(5);
    MutableObservation first = look(task);
    task.reset(6);
    MutableObservation other = look(task);
    task.reset(5);
    int different = 0;
    for (int i = 0; i < 12; i++) {
      assertEquals(first.get(i), look(task).get(i));
      double noise = first.get(i) - (i < 6 ? start[i] : 0);
      assertTrue(Math.abs(noise) <= 0.005, noise + " at " + i);
      different += first.get(i) == other.get(i) ? 0 : 1;
    }
    assertEquals(12, different);
  }

  @Test
  void speedsAtTheStartMayBeNormal() {
    Locomotion task = new Locomotion(world(ONE_LEG, false), gait(true, new Gait.Start(0.1, true)));
    double square = 0;
    double most = 0;
    for (int seed = 0; seed < 200; seed++) {
      task.reset(seed);
      for (int i = 6; i < 12; i++) {
        double speed = look(task).get(i);
        square += speed * speed / 1200;
        most = Math.max(most, Math.abs(speed));
      }
      assertTrue(Math.abs(look(task).get(3)) <= 0.1);
    }
    assertEquals(0.1, Math.sqrt(square), 0.01);
    assertTrue(most > 0.2);
  }

  /** As MuJoCo steps the file by itself, with its fourth-order Runge-Kutta. */
  @Test
  void itIsSteppedAsTheFileSaysAndTicksAllocateNothing() {
    Locomotion task = hopper(true);
    BodyWorld world = worlds.get(0);
    MutableCommand command = new MutableCommand(world.commandSpec());
    command.set(1, 0.4);
    MutableObservation seen = new MutableObservation(world.observationSpec());
    world.reset(0);
    for (int i = 0; i < 50; i++) {
      world.step(command, 0.008);
    }
    world.observe(seen);
    MujocoModel model = MujocoModel.load(Natives.mujoco(), ONE_LEG);
    try (MujocoState alone = new MujocoState(model)) {
      alone.control(new double[] {0, 0.4, 0}, 0);
      for (int i = 0; i < 200; i++) {
        alone.step();
      }
      double[] expected = new double[12];
      alone.observe(expected, 0);
      for (int i = 0; i < 12; i++) {
        assertEquals(expected[i], seen.get(i), "number " + i);
      }
    }
    model.close();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      task.reset(round);
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 2000; i++) {
        world.step(command, 0.002);
        world.observe(seen);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }

  /** Positions less two, speeds, then 10, 6, 6 numbers a body with the world and one a speed. */
  @Test
  void aFreeBodyMayBeSeenAsTheHumanoidIs() throws IOException {
    BodyWorld world =
        world(
            model(
                """
                <mujoco>
                  <worldbody>
                    <geom type="plane" size="5 5 1"/>
                    <body pos="0 0 0.1">
                      <freejoint name="root"/>
                      <geom type="sphere" size="0.1" mass="3"/>
                      <body pos="0.3 0 0">
                        <joint name="arm" axis="0 0 1"/>
                        <geom type="sphere" size="0.1" mass="1" contype="0"/>
                      </body>
                    </body>
                  </worldbody>
                  <actuator><motor joint="arm" ctrlrange="-0.4 0.4" ctrllimited="true"/></actuator>
                </mujoco>
                """),
            true,
            Observed.INERTIA,
            Observed.BODY_SPEED,
            Observed.DRIVE_FORCE,
            Observed.CONTACT_FORCE);
    Gait.Health health =
        new Gait.Health(List.of(new Gait.Range("root", 2, 0.05, 1)), INFINITE, true);
    Gait.Pay pay = new Gait.Pay(1.25, 0.1, 5);
    Gait gait = new Gait(5, 2, 0.5, pay, health, new Gait.Start(0, false), 1000, 0.99);
    Locomotion task = new Locomotion(world, gait);
    assertEquals(6 + 7 + 30 + 18 + 7 + 18, task.encoder().names().size());
    MutableObservation seen = look(task);
    assertEquals(0.3 / 4, seen.get(task.observationSpec().indexOf("forward.0")), 1e-12);
    MutableCommand command = new MutableCommand(world.commandSpec());
    command.set(0, 0.25);
    for (int i = 0; i < 500; i++) {
      world.step(command, 0.002);
    }
    world.observe(seen);
    assertEquals(0.25, seen.get(task.observationSpec().indexOf("drive_force.6")), 1e-12);
    int up = task.observationSpec().indexOf("contact_force.0") + 6 + 5;
    assertEquals(3 * 9.81, seen.get(up), 0.1, "the ground carries it, and the other ball itself");
    float[] features = new float[task.encoder().size()];
    task.encoder().encode(seen, features);
    assertEquals(seen.get(up), features[up - 4], 1e-4, "forces are not cut as speeds are");
    assertFalse(task.terminated(seen));
    seen.set(2, 0.04);
    assertTrue(task.terminated(seen));
  }

  private String refusal(String file, String joint, int axis) throws IOException {
    Path model = model(file);
    var error =
        assertThrows(
            RuntimeException.class,
            () -> {
              Gait.Range range = new Gait.Range(joint, axis, 0, 1);
              Gait.Health health = new Gait.Health(List.of(range), 100, true);
              Gait.Start start = new Gait.Start(0, false);
              Gait gait = new Gait(1, 1, 10, new Gait.Pay(1, 0, 1), health, start, 10, 0.9);
              new Locomotion(world(model, false), gait);
            });
    return String.valueOf(error.getMessage());
  }

  private static String slider(String actuator) {
    return "<mujoco>\n<worldbody>\n<body>\n<joint name=\"x\" type=\"slide\" axis=\"1 0 0\"/>\n"
        + "<joint name=\"z\" type=\"slide\"/>\n<geom size=\"0.1\"/>\n</body>\n</worldbody>\n"
        + actuator
        + "</mujoco>";
  }

  @Test
  void whatCannotBeIsRefusedWithItsFileAndPlace() throws IOException {
    String motor =
        "<actuator><motor joint=\"x\" ctrlrange=\"-1 1\" ctrllimited=\"true\"/></actuator>";
    String broken = refusal(slider("<actuator><motor joint=\"y\"/></actuator>\n"), "x", 0);
    assertTrue(broken.contains("model.xml: ") && broken.contains("line"), broken);
    assertTrue(refusal("<mujoco>", "x", 0).contains("model.xml: "));
    String none = refusal(slider(""), "x", 0);
    assertTrue(none.contains("at least one joint and one actuator, found 2 joints and 0"), none);
    assertTrue(none.contains("a URDF cannot carry any: save it as MJCF"), none);
    String still = refusal("<mujoco><worldbody><geom size=\"0.1\"/></worldbody></mujoco>", "x", 0);
    assertTrue(
        still.endsWith(
            "0 joints and 0 actuators; add a <joint> to a body and an actuator that drives it"),
        still);
    String open = refusal(slider("<actuator><motor joint=\"x\"/></actuator>"), "x", 0);
    assertTrue(open.contains("ctrlrange around 0 of every actuator"), open);
    String joint = refusal(slider(motor), "rooty", 0);
    assertTrue(joint.contains("expected a joint named rooty, found none"), joint);
    String axis = refusal(slider(motor), "z", 2);
    assertTrue(axis.contains("healthy range of z: expected axis 0 to 0, found 2"), axis);
    var range = assertThrows(IllegalArgumentException.class, () -> new Gait.Range("z", 0, 1, 0.5));
    assertTrue(String.valueOf(range.getMessage()).contains("expected a min below its max"));
    var missing =
        assertThrows(ModelException.class, () -> world(folder.resolve("absent.xml"), false));
    assertTrue(String.valueOf(missing.getMessage()).contains("absent.xml"));
    Gait all = gait(true, new Gait.Start(0, false));
    Gait blind = new Gait(1, 6, 10, all.pay(), all.health(), all.start(), 10, 0.9);
    var hidden =
        assertThrows(
            IllegalArgumentException.class, () -> new Locomotion(world(ONE_LEG, false), blind));
    assertTrue(String.valueOf(hidden.getMessage()).contains("less than the 6"));
  }
}
