package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.report.JsonObject;
import dev.tandem.simbridge.mujoco.Mujoco;
import dev.tandem.simbridge.mujoco.MujocoUnavailableException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class SimBenchTest {
  private static final SimBench.Effort LITTLE = new SimBench.Effort(1, 160, 1600, 2);

  @BeforeEach
  void requireMujoco() {
    try {
      Mujoco.shared();
    } catch (MujocoUnavailableException e) {
      assertTrue(System.getenv("TANDEM_TESTS_SKIP_NOTHING") == null, e.getMessage());
      System.err.println("SKIPPED: " + e.getMessage());
      throw new TestAbortedException("no MuJoCo", e);
    }
  }

  private static Map<String, String> run(String compiler) throws IOException, InterruptedException {
    Map<String, String> figures = new TreeMap<>();
    JsonObject json = SimBench.run(LITTLE, compiler);
    json.forEach(figures::put);
    return figures;
  }

  @Test
  void measuresJavaAlsoWhereNothingCompilesC() throws IOException, InterruptedException {
    Map<String, String> found = run("no-such-compiler");
    for (String key : new String[] {"steps_per_s", "batch_steps_per_s", "threads2_scaling"}) {
      assertTrue(Double.parseDouble(found.getOrDefault(key, "0")) > 0, found::toString);
    }
    assertTrue(found.containsKey("frames64_per_s") || found.containsKey("frames"), found::toString);
    String why = found.getOrDefault("c", "");
    assertTrue(why.contains("no-such-compiler") && why.contains("apt-get install gcc"), why);
    assertFalse(found.containsKey("ratio_to_c"), found::toString);
  }

  @Test
  void saysWhatAPeerSaidThatFailed() throws IOException, InterruptedException {
    Map<String, String> found = run("false");
    assertTrue(found.getOrDefault("c", "").contains("false: exit 1"), found::toString);
    assertFalse(found.containsKey("c_steps_per_s"), found::toString);
  }
}
