package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.train.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --sim}, also where there is no MuJoCo. */
final class SimulatorOptionTest {
  @TempDir Path folder;

  private record Ended(int exit, String out, String err) {}

  /** In a process of its own that looks for MuJoCo where there is none. */
  private Ended withoutMujoco(String... arguments) throws IOException, InterruptedException {
    return with("-Dtandem.mujoco.library=libmujoco.so.none", arguments);
  }

  private Ended with(String property, String... arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                property,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int exit = process.waitFor();
    return new Ended(exit, text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void withoutMujocoItEndsWithThreeAndTheLineThatInstallsIt()
      throws IOException, InterruptedException {
    Ended train = withoutMujoco("train", "--sim", "mujoco", "--json");
    assertEquals(3, train.exit(), train.err());
    assertTrue(train.err().contains("apt-get install libmujoco2.2.2"), train.err());
    assertTrue(train.out().contains("\"exit\":3"), train.out());
  }

  @Test
  void withoutMujocoTheDoctorNamesThePackageAndAllElseWorks()
      throws IOException, InterruptedException {
    Ended doctor = withoutMujoco("doctor", "--sim", "plant");
    assertEquals(0, doctor.exit(), doctor.out());
    assertTrue(doctor.out().contains("apt-get install libmujoco2.2.2"), doctor.out());
  }

  @Test
  void withoutOpenGlCamerasEndWithThreeAndTheLineThatInstallsItAndAllElseWorks()
      throws IOException, InterruptedException {
    Seen.requireRendering();
    String nothing = "-Dtandem.opengl=none";
    Ended seen = with(nothing, "sim", "render", "--task", "pick-cube", "--sim", "mujoco", "--json");
    assertEquals(3, seen.exit(), seen.err());
    assertTrue(seen.err().contains("apt-get install libegl1 libgl1-mesa-dri"), seen.err());
    assertTrue(seen.out().contains("\"exit\":3"), seen.out());
    Ended doctor = with(nothing, "doctor", "--task", "pick-cube", "--sim", "mujoco");
    assertEquals(0, doctor.exit(), doctor.out());
    assertTrue(doctor.out().contains("apt-get install libegl1"), doctor.out());
  }

  @Test
  void anUnknownSimulatorIsRefusedWithThoseThereAre() {
    CommandLineRun run = CommandLineRun.of("doctor", "--sim", "marbles");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("[mujoco, plant, remote]"), run.err());
    assertTrue(run.err().contains("--sim marbles"), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }
}
