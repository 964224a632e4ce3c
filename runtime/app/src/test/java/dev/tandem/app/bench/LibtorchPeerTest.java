package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.report.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With compilers that write programs of their own. */
@DisabledOnOs(OS.WINDOWS)
class LibtorchPeerTest {
  @TempDir Path directory;

  /** One whose program is {@code script}. */
  static LibtorchPeer building(Path directory, String script) throws IOException {
    String write =
        """
        grep -q torch::optim::Adam "$4" || exit 1
        printf '#!/bin/sh\\n%s\\n' '@' >"$6"
        chmod +x "$6"
        """
            .replace("@", script);
    Path compiler = Files.writeString(directory.resolve("compiler"), "#!/bin/sh\n" + write);
    Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwxr-xr-x"));
    return LibtorchPeer.build(compiler.toString(), directory, 1);
  }

  private static String described(LibtorchPeer peer) {
    JsonObject json = new JsonObject();
    peer.describe(json);
    return json.toString();
  }

  @Test
  void asksForTheSameUpdatesAndDropout() throws IOException {
    double[] expected = {2, 1, 7, LearnerLoad.UTD, 0.01};
    for (int i = 0; i < expected.length; i++) {
      LibtorchPeer peer = building(directory, "echo 1.2.3; echo $" + (i + 1));
      assertEquals(expected[i], peer.millis(LearnerLoad.droq(), 7), "argument " + (i + 1));
      assertEquals("{\"libtorch_version\":\"1.2.3\"}", described(peer));
    }
  }

  @Test
  void saysThatItCouldNotBeBuiltAndWhatToInstall() {
    LibtorchPeer peer = LibtorchPeer.build("no-such-compiler", directory, 1);
    assertEquals(Double.NaN, peer.millis(LearnerLoad.droq(), 1));
    String why = described(peer);
    assertTrue(why.contains("no-such-compiler"), why);
    assertTrue(why.contains("install it: scripts/setup.sh --libtorch"), why);
  }

  @Test
  void saysWhatAProgramThatFailsSaidLast() throws IOException {
    LibtorchPeer peer = building(directory, "echo oops >&2; exit 3");
    assertEquals(Double.NaN, peer.millis(LearnerLoad.droq(), 1));
    assertTrue(described(peer).contains("exit 3: oops"), described(peer));
    LibtorchPeer other = building(directory, "echo 1.2.3; echo fast");
    assertEquals(Double.NaN, other.millis(LearnerLoad.droq(), 1));
    assertTrue(described(other).contains("fast"), described(other));
  }
}
