package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.locomotion.Gait;
import dev.tandem.simbridge.locomotion.Locomotion;
import dev.tandem.simbridge.world.BodyWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cart with a motor that is far too strong: full power throws it out of what numbers mean. */
class DivergedBodyTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @TempDir Path folder;
  private BodyWorld world;
  private Locomotion task;
  private MutableCommand command;
  private MutableObservation seen;

  static String cart(String timestep) {
    return """
        <mujoco>
          <option timestep="%s" gravity="0 0 0"/>
          <worldbody>
            <body>
              <joint name="x" type="slide" axis="1 0 0"/>
              <geom size="0.1" mass="1"/>
            </body>
          </worldbody>
          <actuator><motor joint="x" gear="9e7" ctrlrange="-1 1" ctrllimited="true"/></actuator>
        </mujoco>
        """
        .formatted(timestep);
  }

  private BodyWorld world(String timestep) throws IOException {
    Path file = Files.writeString(folder.resolve("cart.xml"), cart(timestep));
    return new MujocoBody(Natives.mujoco(), file, false, List.of());
  }

  @BeforeEach
  void make() throws IOException {
    world = world("0.002");
    Gait.Health health = new Gait.Health(List.of(), INFINITE, false);
    Gait.Pay pay = new Gait.Pay(1, 0.1, 1);
    Gait.Start start = new Gait.Start(0.01, false);
    task = new Locomotion(world, new Gait(10, 0, INFINITE, pay, health, start, 100, 0.99));
    command = new MutableCommand(world.commandSpec());
    seen = new MutableObservation(world.observationSpec());
  }

  @AfterEach
  void close() {
    world.close();
  }

  private MutableObservation after(int steps, double power) {
    command.set(0, power);
    for (int i = 0; i < steps; i++) {
      world.step(command, 0.002);
      world.observe(seen);
      assertEquals(-1, seen.firstNotFinite());
    }
    return seen;
  }

  private double of(String channel) {
    return seen.get(world.observationSpec().indexOf(channel));
  }

  @Test
  void whatWasSeenLastStaysUntilItIsPlacedAnew() {
    task.reset(1);
    after(5, 1);
    assertEquals(0, of("diverged.0"));
    double fastest = of("qd.0");
    assertTrue(fastest > 8e5 && fastest < 1e6, "five steps of 1.8e5 m/s each: " + fastest);
    after(5, 1);
    assertEquals(1, of("diverged.0"));
    assertEquals(fastest, of("qd.0"));
    task.reset(2);
    after(1, 0);
    assertEquals(0, of("diverged.0"));
    assertTrue(Math.abs(of("qd.0")) < 0.02);
  }

  @Test
  void itEndsTheEpisodeWhateverHealthSaysAndIsPaidForEffortOnly() {
    MutableAction action = new MutableAction(task.actionSpec());
    action.set(0, 0.5);
    MutableObservation before = new MutableObservation(world.observationSpec());
    task.reset(1);
    world.observe(before);
    after(5, 1);
    assertFalse(task.terminated(seen));
    assertTrue(task.succeeded(seen));
    assertEquals("", task.ending(seen));
    assertTrue(task.reward(before, action, seen) > 1e4);
    after(5, 1);
    assertTrue(task.terminated(seen));
    assertFalse(task.succeeded(seen));
    assertEquals(-0.1 * 0.25, task.reward(before, action, seen), 1e-12);
    assertTrue(task.ending(seen).startsWith("the body diverged: "), task.ending(seen));
  }

  @Test
  void nobodySeesTheMarkButTheTask() {
    assertEquals(List.of("q.0", "qd.0"), task.encoder().names());
  }

  @ParameterizedTest
  @CsvSource({"1e-10", "1e-7", "0.0000333333333", "1.5"})
  void aStepThatNoTickCanHaveIsRefusedWithItsFile(String timestep) {
    var error = assertThrows(ModelException.class, () -> world(timestep));
    String words = String.valueOf(error.getMessage());
    assertTrue(words.contains("cart.xml: expected a timestep of whole nanoseconds"), words);
  }

  @ParameterizedTest
  @CsvSource({"1e-6", "0.0083333333", "1"})
  void aStepThatATickCanHaveIsTaken(String timestep) throws IOException {
    try (BodyWorld other = world(timestep)) {
      other.step(new MutableCommand(other.commandSpec()), other.timestepSeconds());
      double ticked = Math.round(other.timestepSeconds() * 1e9) * 1e-9;
      other.step(new MutableCommand(other.commandSpec()), ticked);
    }
  }
}
