package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learnt does not depend on what a trial finds; each choice in a process of its own. */
@Tag("vectors")
class TilingBitsTest {
  private static String usual = "";

  @BeforeAll
  static void learnInTheUsualPanels() throws Exception {
    usual = learnt("4x4/64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4x2/32", "8x1/128"})
  void everyTileAndPanelLearnsTheSameBits(String tiling) throws Exception {
    assertEquals(usual, learnt(tiling));
  }

  /** On vectors of at most 256 bits, for which there are panels of all widths. */
  private static String learnt(String tiling) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-XX:MaxVectorSize=32",
                "-Dtandem.tiling=" + tiling,
                "-cp",
                System.getProperty("java.class.path"),
                UpdateBits.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }
}
