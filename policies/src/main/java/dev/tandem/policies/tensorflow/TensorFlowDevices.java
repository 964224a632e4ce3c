package dev.tandem.policies.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;

/** The devices that this build of TensorFlow sees on this machine. */
public final class TensorFlowDevices {
  /**
   * One device.
   *
   * @param name as TensorFlow writes it
   * @param type {@code CPU} or {@code GPU}
   * @param memoryBytes that TensorFlow may take of it
   */
  public record Seen(String name, String type, long memoryBytes) {}

  private TensorFlowDevices() {}

  /** TensorFlow's version, for example {@code 2.18.0}. */
  public static String version() {
    return TensorFlowLibrary.version();
  }

  /** All devices; takes no memory of a GPU. */
  public static List<Seen> list() {
    TensorFlowLibrary.load();
    try (PointerScope scope = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
      byte[] config =
          ConfigProto.newBuilder()
              .setGpuOptions(TensorFlowSession.sparingGpu())
              .build()
              .toByteArray();
      tensorflow.TF_SetConfig(options, new BytePointer(config), config.length, status);
      status.throwExceptionIfNotOK();
      TF_Session session = TF_Session.newSession(TF_Graph.newGraph(), options, status);
      status.throwExceptionIfNotOK();
      TF_DeviceList devices = tensorflow.TF_SessionListDevices(session, status);
      status.throwExceptionIfNotOK();
      List<Seen> seen = seen(devices, status);
      tensorflow.TF_DeleteDeviceList(devices);
      assert scope != null;
      return seen;
    }
  }

  /** True when a GPU can be computed on. */
  public static boolean hasGpu() {
    return list().stream().anyMatch(device -> device.type().equals("GPU"));
  }

  private static List<Seen> seen(TF_DeviceList devices, TF_Status status) {
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < tensorflow.TF_DeviceListCount(devices); i++) {
      seen.add(
          new Seen(
              tensorflow.TF_DeviceListName(devices, i, status).getString(),
              tensorflow.TF_DeviceListType(devices, i, status).getString(),
              tensorflow.TF_DeviceListMemoryBytes(devices, i, status)));
      status.throwExceptionIfNotOK();
    }
    return seen;
  }
}
