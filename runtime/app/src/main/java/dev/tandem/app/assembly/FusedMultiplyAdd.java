package dev.tandem.app.assembly;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Whether {@link Math#fma} is one instruction here. Where it is not, Java computes it exactly in
 * decimal numbers, thousands of times as slowly.
 */
final class FusedMultiplyAdd {
  private FusedMultiplyAdd() {}

  /** What the virtual machine says of itself. */
  static boolean isFast() {
    return Boolean.parseBoolean(
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getVMOption("UseFMA")
            .getValue());
  }
}
