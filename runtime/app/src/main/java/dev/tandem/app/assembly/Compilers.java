package dev.tandem.app.assembly;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The virtual machine's compilers. While they work for a thread, that thread now and then waits for
 * a lock that one of them holds; beside busy programs that lasted 200 ms. So a robot is not armed
 * before they have nothing left to do. Asking them allocates and waits for a safepoint.
 */
public final class Compilers {
  private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";
  private static final String QUEUE = "compilerQueue";

  private Compilers() {}

  /** Whether no method is being compiled or waits for it; true where nobody can say. */
  public static boolean rest() {
    try {
      Object said =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(new ObjectName(DIAGNOSTICS), QUEUE, null, null);
      return rest(String.valueOf(said));
    } catch (JMException e) {
      return true;
    }
  }

  /**
   * Whether nothing stands in a list of what is compiled.
   *
   * @param queue as {@code jcmd Compiler.queue} prints it
   */
  static boolean rest(String queue) {
    return queue
        .lines()
        .map(String::strip)
        .allMatch(line -> line.isEmpty() || line.endsWith(":") || line.equals("Empty"));
  }
}
