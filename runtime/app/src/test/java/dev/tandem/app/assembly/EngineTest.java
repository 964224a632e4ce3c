package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.nn.Arithmetic;
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
    assertEquals(expected, Engine.of(settings(setting), Arithmetic.VECTOR, true).toString());
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
        Engine.of(settings("engine=auto"), Arithmetic.PLAIN, true).toString());
  }

  @Test
  void leavesItToTensorFlowWhereAFusedMultiplyAddIsSlow() {
    assertEquals(
        "tensorflow (plain Java has no fused multiply-add here)",
        Engine.of(settings("engine=auto"), Arithmetic.VECTOR, false).toString());
  }

  @Test
  void saysThatPlainJavaWillBeSlowWhereItLacksSomething() {
    String expected = "jvm (learner.engine says so, and will be slow: there is no %s here)";
    assertEquals(
        expected.formatted("fused multiply-add"),
        Engine.of(settings("engine=jvm"), Arithmetic.VECTOR, false).toString());
    assertEquals(
        expected.formatted("Vector API"),
        Engine.of(settings("engine=jvm"), Arithmetic.PLAIN, true).toString());
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
