package dev.tandem.policies.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorFlowDevicesTest {
  private static final SacConfig CONFIG = SacConfig.defaults(0.9).withHidden(List.of(4));

  @Test
  void seesTheCpu() {
    assertTrue(TensorFlowDevices.list().stream().anyMatch(device -> device.type().equals("CPU")));
    assertFalse(TensorFlowDevices.version().isEmpty());
  }

  @Test
  void saysWhatToInstallWhenAGpuIsDemandedAndThereIsNone() {
    assumeFalse(TensorFlowDevices.hasGpu());
    GpuMissingException error =
        assertThrows(GpuMissingException.class, () -> learner(Device.GPU).close());
    assertEquals(
        "learner.device: expected a gpu, TensorFlow sees only"
            + " [/job:localhost/replica:0/task:0/device:CPU:0]; build with"
            + " TANDEM_MAVEN_ARGS=-Pgpu on linux-x86_64, install NVIDIA's driver, CUDA 12 and cuDNN 9, or set learner.device"
            + " to auto or cpu",
        error.getMessage());
  }

  @Test
  void fallsBackToTheCpuAndSaysSo() {
    assumeFalse(TensorFlowDevices.hasGpu());
    try (TensorFlowLearner learner = learner(Device.AUTO)) {
      assertEquals(
          "TensorFlow " + TensorFlowDevices.version() + " on the CPU, 1 threads, without XLA",
          learner.description());
    }
  }

  private static TensorFlowLearner learner(Device device) {
    return new TensorFlowLearner(
        TestSpaces.of(2, 1), CONFIG, new EngineConfig(device, false, 1), 1);
  }
}
