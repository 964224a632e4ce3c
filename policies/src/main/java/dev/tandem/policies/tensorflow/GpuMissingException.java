package dev.tandem.policies.tensorflow;

import java.util.List;

/** A GPU was demanded and TensorFlow sees none; the message says what to install. */
public final class GpuMissingException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  GpuMissingException(List<TensorFlowDevices.Seen> seen) {
    super(
        "learner.device: expected a gpu, TensorFlow sees only "
            + seen.stream().map(TensorFlowDevices.Seen::name).toList()
            + "; build with TANDEM_MAVEN_ARGS=-Pgpu on linux-x86_64, install NVIDIA's driver, CUDA"
            + " 12 and cuDNN 9, or set learner.device to auto or cpu");
  }
}
