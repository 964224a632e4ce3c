package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.tensorflow.Gpu;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
  private static LearnerSettings settings(String... assignments) {
    List<Setting> options =
        Stream.of(assignments).map(text -> Setting.parse("learner." + text)).toList();
    return Configuration.load(RunSettings.defaults(), Optional.empty(), options).learner();
  }

  private static String of(String setting, Arithmetic arithmetic, boolean fastFma, Gpu gpu) {
    return Engine.of(settings(setting), arithmetic, fastFma, () -> gpu).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "engine=auto | jvm (dense layers on a CPU)",
        "device=cpu | jvm (dense layers on a CPU)",
        "device=gpu | tensorflow (for a GPU)",
        "xla=true | tensorflow (for XLA)",
        "engine=jvm | jvm (learner.engine says so)",
        "engine=tensorflow | tensorflow (learner.engine says so)",
      })
  void choosesAndSaysWhy(String setting, String expected) {
    assertEquals(expected, of(setting, Arithmetic.VECTOR, true, Gpu.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "engine=auto | SEEN | tensorflow (for the GPU that it sees)",
        "device=auto | SEEN | tensorflow (for the GPU that it sees)",
        "device=cpu | SEEN | jvm (dense layers on a CPU)",
        "engine=jvm | SEEN | jvm (learner.engine says so)",
        "engine=auto | UNSEEN | jvm (dense layers on a CPU, as TensorFlow does not see the GPU;"
            + " ./tandem doctor says what it takes)",
        "device=cpu | UNSEEN | jvm (dense layers on a CPU)",
      })
  void looksForAGpuWhereTheSettingsLeaveItOpen(String setting, Gpu gpu, String expected) {
    assertEquals(expected, of(setting, Arithmetic.VECTOR, true, gpu));
  }

  @Test
  void checksSettingsWithoutLookingForAGpu() {
    LearnerSettings open = settings("engine=auto");
    Engine.check(open);
    LearnerSettings impossible = settings("engine=jvm", "device=gpu");
    assertThrows(IllegalArgumentException.class, () -> Engine.check(impossible));
  }

  @Test
  void saysHowPlainJavaMultipliesBatches() {
    String jvm = Engine.describe(settings("engine=jvm"));
    assertEquals("jvm (learner.engine says so; " + Tiling.chosen() + ")", jvm);
    assertEquals(
        "tensorflow (learner.engine says so)", Engine.describe(settings("engine=tensorflow")));
  }

  @Test
  void leavesItToTensorFlowWithoutTheVectorApi() {
    assertEquals(
        "tensorflow (plain Java has no Vector API here)",
        of("engine=auto", Arithmetic.PLAIN, true, Gpu.NONE));
  }

  @Test
  void leavesItToTensorFlowWhereAFusedMultiplyAddIsSlow() {
    assertEquals(
        "tensorflow (plain Java has no fused multiply-add here)",
        of("engine=auto", Arithmetic.VECTOR, false, Gpu.NONE));
  }

  @Test
  void saysThatPlainJavaWillBeSlowWhereItLacksSomething() {
    String expected = "jvm (learner.engine says so, and will be slow: there is no %s here)";
    assertEquals(
        expected.formatted("fused multiply-add"),
        of("engine=jvm", Arithmetic.VECTOR, false, Gpu.NONE));
    assertEquals(
        expected.formatted("Vector API"), of("engine=jvm", Arithmetic.PLAIN, true, Gpu.NONE));
  }

  @Test
  void asksTheVirtualMachineWhetherAFusedMultiplyAddIsFast() throws Exception {
    for (boolean fast : new boolean[] {true, false}) {
      Process java =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  fast ? "-XX:+UseFMA" : "-XX:-UseFMA",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Probe.class.getName())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(String.valueOf(fast), said.strip().lines().reduce("", (a, b) -> b));
    }
  }

  /** Says in a virtual machine of its own what that finds. */
  static final class Probe {
    public static void main(String[] arguments) {
      System.out.println(FusedMultiplyAdd.isFast());
    }
  }

  @Test
  void refusesPlainJavaForWhatItCannotDo() {
    LearnerSettings gpu = settings("engine=jvm", "device=gpu");
    var error = assertThrows(IllegalArgumentException.class, () -> Engine.of(gpu));
    assertEquals(
        "learner.engine: expected tensorflow or auto for learner.device gpu, found jvm",
        error.getMessage());
    LearnerSettings xla = settings("engine=jvm", "xla=true");
    assertThrows(IllegalArgumentException.class, () -> Engine.of(xla));
  }
}
