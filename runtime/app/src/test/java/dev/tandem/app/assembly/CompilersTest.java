package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** As {@code jcmd Compiler.queue} of JDK 25 prints it. */
class CompilersTest {
  private static String queue(String current, String first, String second) {
    return "Current compiles: \n%s\nC1 compile queue:\n%s\n\nC2 compile queue:\n%s\n\n"
        .formatted(current, first, second);
  }

  private static final String METHOD =
      "    1234       3       java.lang.String::hashCode (60 bytes)";

  @Test
  void restWhenNothingIsCompiledAndNothingWaits() {
    assertTrue(Compilers.rest(queue("", "Empty", "Empty")));
  }

  @Test
  void doNotRestWhileOneCompiles() {
    String current = "C2 CompilerThread0 " + METHOD + "\n";
    assertFalse(Compilers.rest(queue(current, "Empty", "Empty")));
  }

  @Test
  void doNotRestWhileAMethodWaitsForEither() {
    assertFalse(Compilers.rest(queue("", METHOD, "Empty")));
    assertFalse(Compilers.rest(queue("", "Empty", METHOD)));
  }

  @Test
  void areAskedInAWayThatThisVirtualMachineKnows() throws Exception {
    Object said =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "compilerQueue",
                null,
                null);
    assertTrue(String.valueOf(said).contains("compile queue:"), String.valueOf(said));
  }
}
