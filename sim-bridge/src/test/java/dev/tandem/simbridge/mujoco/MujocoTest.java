package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MujocoTest {
  @Test
  void theLibraryIsLoadedOnce() {
    assertEquals(222, Natives.mujoco().version());
    assertSame(Natives.mujoco(), Natives.mujoco());
  }

  @Test
  void aMissingLibraryIsNamedWithThePackageThatHasIt() {
    assertEquals(
        "MuJoCo: found no libnone.so or libnothing.so; install it: apt-get install libmujoco2.2.2",
        refusal(List.of("libnone.so", "libnothing.so")));
  }

  @Test
  void aLibraryOfAnotherVersionIsRefusedBeforeAnythingIsRead(@TempDir Path folder)
      throws IOException, InterruptedException {
    String functions =
        """
        int mj_version(void) { return 310; }
        int mj_deleteModel, mj_deleteData, mj_step, mj_step1, mj_step2;
        int mj_rnePostConstraint, mj_contactForce, mj_objectVelocity;
        """;
    Path library = Natives.library(functions, folder);
    assertTrue(refusal(List.of(library.toString())).contains("found 3.1.0"));
  }

  @Test
  void aLibraryThatIsNotMujocoIsRefused() {
    assertTrue(refusal(List.of("libm.so.6")).contains("the library has no mj_"));
  }

  private static String refusal(List<String> names) {
    var error = assertThrows(MujocoUnavailableException.class, () -> Mujoco.open(names));
    return String.valueOf(error.getMessage());
  }
}
