package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.simbridge.world.TableScene;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MujocoModelTest {
  private final Mujoco library = Natives.mujoco();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad.xml  | <mujoco><worldbody><geom tpye='box'/></worldbody></mujoco> | unrecognized",
        "bad.xml  | <mujoco><worldbody><body/></mujoco>                        | XML parse error",
        "bad.xml  | <mujoco><worldbody><geom type='box'/></worldbody></mujoco> | size",
        "bad.urdf | <robot name='r'><link name='a'/><link name='a'/></robot>   | repeated URDF",
        "bad.xml  | nonsense                                                   | XML"
      })
  void whatCannotBeLoadedIsSaidInMujocosWordsWithTheFile(
      String name, String text, String word, @TempDir Path folder) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    var error = assertThrows(ModelException.class, () -> MujocoModel.load(library, file));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith(file + ": "), message);
    assertTrue(message.contains(word), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("none.xml");
    var error = assertThrows(ModelException.class, () -> MujocoModel.load(library, file));
    assertTrue(String.valueOf(error.getMessage()).startsWith(file + ": "), error.getMessage());
  }

  @Test
  void theArmsUrdfIsLoadedToo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("arm7.urdf");
    try (InputStream urdf = Arm7.class.getResourceAsStream("/dev/tandem/robots/arm7.urdf")) {
      Files.write(file, Objects.requireNonNull(urdf).readAllBytes());
    }
    try (MujocoModel model = MujocoModel.load(library, file)) {
      assertEquals(7, model.speeds());
    }
  }

  @Test
  void theArmHasTheDampingArmatureAndRangesOfItsUrdf() {
    var joints = Arm7.chain().joints();
    try (MujocoModel model = ModelSource.of(TableScene.CUBE).load(library)) {
      double[] ranges = model.numbers("jnt_range", 14);
      double[] torques = model.numbers("actuator_ctrlrange", 14);
      for (int i = 0; i < 7; i++) {
        var limits = joints.get(i).limits();
        assertEquals(joints.get(i).dampingNmsPerRad(), model.numbers("dof_damping", 7)[i]);
        assertEquals(joints.get(i).armatureKgM2(), model.numbers("dof_armature", 7)[i]);
        double[] range = {limits.minPositionRad(), limits.maxPositionRad()};
        assertArrayEquals(range, new double[] {ranges[2 * i], ranges[2 * i + 1]});
        assertEquals(limits.maxTorqueNm(), torques[2 * i + 1]);
        assertEquals(-limits.maxTorqueNm(), torques[2 * i]);
      }
    }
  }

  @Test
  void aNameThatIsNotThereIsSaidWithTheModel() {
    try (MujocoModel model = ModelSource.of(TableScene.CUBE).load(library)) {
      var error =
          assertThrows(ModelException.class, () -> model.id(MujocoModel.Kind.JOINT, "joint8"));
      assertEquals("cube.xml: expected a joint named joint8, found none", error.getMessage());
    }
  }

  @Test
  void whatWasClosedIsRefusedInsteadOfReadAfterItWasFreed() {
    MujocoModel model = ModelSource.of(TableScene.CUBE).load(library);
    MujocoState state = new MujocoState(model);
    state.close();
    assertThrows(IllegalStateException.class, state::step);
    assertThrows(IllegalStateException.class, state::timeSeconds);
    MujocoState other = new MujocoState(model);
    model.close();
    assertThrows(IllegalStateException.class, other::step);
    other.close();
  }

  @Test
  void onlyKeyFramesThatThereAreCanBeTaken() {
    try (MujocoModel model = ModelSource.of(TableScene.CUBE).load(library);
        MujocoState state = new MujocoState(model)) {
      assertThrows(IllegalArgumentException.class, () -> state.resetToKey(1));
      assertThrows(IllegalArgumentException.class, () -> state.resetToKey(-1));
    }
  }

  /** What its file says would do for the load, and end the process with the first contacts. */
  @Test
  void aModelWithTooSmallAStackIsGivenMore(@TempDir Path folder) throws IOException {
    StringBuilder boxes = new StringBuilder();
    for (int i = 1; i <= 8; i++) {
      boxes.append("<geom type='box' size='.1 .1 .1' pos='%d 0 0'/>".formatted(i));
    }
    Path file = folder.resolve("stack.xml");
    Files.writeString(
        file,
        "<mujoco><size nstack='500'/><worldbody><geom type='plane' size='20 20 .1'/>"
            + "<body pos='0 0 .3'><freejoint/>"
            + boxes
            + "</body></worldbody></mujoco>");
    try (MujocoModel model = MujocoModel.load(library, file);
        MujocoState state = new MujocoState(model)) {
      for (int i = 0; i < 500; i++) {
        state.step();
      }
      assertFalse(state.hasDiverged());
      assertEquals(
          0.1, state.positions().getAtIndex(ValueLayout.JAVA_DOUBLE, 2), 0.01, "on the floor");
    }
  }
}
