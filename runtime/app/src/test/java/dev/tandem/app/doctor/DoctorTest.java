package dev.tandem.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.doctor.Finding.Need;
import dev.tandem.policies.tensorflow.Gpu;
import dev.tandem.simbridge.mujoco.MujocoUnavailableException;
import dev.tandem.simbridge.mujoco.RenderingUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DoctorTest {
  private final FakeMachine machine = new FakeMachine();

  @Test
  void findsNothingToComplainOfOnAFullMachine() {
    for (Finding finding : examine()) {
      assertTrue(finding.present(), finding.line());
      assertEquals("", finding.advice(), finding.line());
    }
  }

  @Test
  void requiresJava25() {
    machine.properties.put("java.version", "24.0.2");
    assertBlocks("java", "apt-get install openjdk-25-jdk");
  }

  @Test
  void requiresTheVectorModule() {
    machine.module = "";
    assertBlocks("vector-api", "./tandem");
  }

  @Test
  void requiresMavenAndShowsItsVersionWithoutColours() {
    assertEquals("Apache Maven 3.9", find("maven").found());
    machine.outputs.remove("mvn");
    assertBlocks("maven", "apt-get install maven");
  }

  @Test
  void requiresThatTensorFlowLoads() {
    assertEquals("2.18.0 on CPU:0", find("tensorflow").found());
    machine.tensorFlowWorks = false;
    assertBlocks("tensorflow", "amd64 and arm64");
    assertEquals("does not load on Plan9 amd64: no jni", find("tensorflow").found());
  }

  @Test
  void saysWhatAGpuThatIsThereTakesToBeUsed() {
    machine.gpu = Gpu.UNSEEN;
    assertFalse(find("gpu").blocks());
    assertTrue(find("gpu").advice().contains("-Pgpu"), find("gpu").line());
    machine.gpu = Gpu.NONE;
    assertEquals("no NVIDIA driver at work", find("gpu").found());
    assertFalse(find("gpu").present());
  }

  @Test
  void requiresTwoGibibytesOfMemory() {
    machine.memory = (2L << 30) - 1;
    assertBlocks("memory", "2 GiB");
  }

  @Test
  void requiresRoomForARun() {
    machine.disk = (1L << 30) - 1;
    assertBlocks("disk", "run.directory");
    machine.disk = -1;
    assertBlocks("disk", "run.directory");
    assertTrue(find("disk").found().contains("read-only"), find("disk").found());
  }

  @Test
  void wantsTwoCoresButWorksWithOne() {
    machine.cores = 1;
    assertFalse(find("cpu").present());
    assertFalse(find("cpu").blocks());
  }

  @Test
  void namesTheVectorInstructions() {
    assertTrue(find("cpu").found().endsWith("Some CPU, AVX2"), find("cpu").found());
    machine.files.put("/proc/cpuinfo", "flags : avx2 avx512f\n");
    assertTrue(find("cpu").found().endsWith("AVX-512"), find("cpu").found());
  }

  @Test
  void takesEitherAPriorityLimitOrTheCapabilityForRealTimeRights() {
    machine.files.put("/proc/self/limits", "Max realtime priority     0  0\n");
    assertTrue(find("scheduler").present());
    machine.files.put("/proc/self/status", "CapEff:\t00000000007fffff\n");
    assertFalse(find("scheduler").present());
    machine.files.put("/proc/self/limits", "Max realtime priority     89  89\n");
    assertFalse(find("scheduler").present(), "the watchdog wants 90");
    assertTrue(find("scheduler").advice().contains("rtprio 99"), find("scheduler")::advice);
    machine.files.put("/proc/self/limits", "Max realtime priority     90  90\n");
    assertTrue(find("scheduler").present());
    machine.files.put("/proc/self/limits", "Max realtime priority     unlimited  unlimited\n");
    assertTrue(find("scheduler").present());
  }

  @Test
  void takesEitherALimitOrTheCapabilityForLockedMemory() {
    machine.files.put("/proc/self/status", "CapEff:\t0000000000000000\n");
    machine.files.put("/proc/self/limits", "Max locked memory   8388608  8388608  bytes\n");
    assertFalse(find("locked-memory").present());
    assertTrue(find("locked-memory").advice().contains("memlock unlimited"));
    machine.files.put("/proc/self/limits", "Max locked memory   unlimited  unlimited  bytes\n");
    assertTrue(find("locked-memory").present());
  }

  @Test
  void saysHowMuchTheKernelLeavesToRealTimeThreads() {
    assertEquals("950000 us of each second", find("rt-throttling").found());
    machine.files.put("/proc/sys/kernel/sched_rt_runtime_us", "-1\n");
    assertEquals("real-time threads are not throttled", find("rt-throttling").found());
    machine.files.remove("/proc/sys/kernel/sched_rt_runtime_us");
    assertEquals("not known", find("rt-throttling").found());
  }

  @Test
  void wantsACoreOfItsOwnForTheControlThreadButWorksWithout() {
    machine.files.put("/sys/devices/system/cpu/isolated", "\n");
    assertFalse(find("isolated-core").present());
    assertFalse(find("isolated-core").blocks());
    assertTrue(find("isolated-core").advice().contains("isolcpus"));
  }

  @Test
  void doesWithoutPeers() {
    machine.outputs.clear();
    machine.mujocoWorks = false;
    machine.rendersImages = false;
    for (String peer : List.of("python3-torch", "node", "libmujoco", "rendering", "fonts")) {
      assertFalse(find(peer).present(), peer);
      assertEquals(Need.OPTIONAL, find(peer).need());
      assertTrue(find(peer).advice().contains("apt-get install"), peer);
    }
  }

  @Test
  void saysWhichMujocoThereIsOrWhyItCannotBeUsedAndWhichPackageCan() {
    assertEquals("version 222", find("libmujoco").found());
    machine.mujocoWorks = false;
    assertEquals("found 3.2.7", find("libmujoco").found());
    assertTrue(find("libmujoco").advice().contains("apt-get install libmujoco2.2.2"));
  }

  @Test
  void saysWhatRendersOrWhyNothingDoesAndWhichPackageCan() {
    assertEquals("EGL", find("rendering").found());
    machine.rendersImages = false;
    assertTrue(find("rendering").found().contains("found no libEGL.so.1"));
    assertTrue(find("rendering").advice().contains("apt-get install libegl1 libgl1-mesa-dri"));
  }

  @Test
  void looksForTheSecondPythonWhenTheFirstHasNoTorch() {
    machine.outputs.remove("/usr/bin/python3");
    machine.outputs.put("python3", "2.0\n");
    assertEquals("PyTorch 2.0", find("python3-torch").found());
  }

  @Test
  void looksAtThisMachineWithoutFailing() {
    assertTrue(Doctor.ofThisMachine().examine(Path.of("runs")).size() > 8);
  }

  private void assertBlocks(String name, String advice) {
    assertTrue(find(name).blocks(), name);
    assertTrue(find(name).advice().contains(advice), find(name).advice());
  }

  private Finding find(String name) {
    return examine().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private List<Finding> examine() {
    return new Doctor(machine).examine(Path.of("runs"));
  }

  /** A machine that has everything, until a test takes something away. */
  private static final class FakeMachine implements Machine {
    final Map<String, String> outputs =
        new HashMap<>(
            Map.of(
                "mvn", "\u001B[1mApache Maven 3.9\u001B[m\nmore\n",
                "/usr/bin/python3", "1.13\n",
                "node", "v20\n",
                "npm", "11\n",
                "fc-match", "DejaVu\n"));
    final Map<String, String> files =
        new HashMap<>(
            Map.of(
                "/proc/cpuinfo", "model name\t: Some CPU\nflags : sse avx2\n",
                "/proc/self/limits", "Max realtime priority     0  0\n",
                "/proc/self/status", "CapEff:\t0000000000804000\n",
                "/proc/sys/kernel/sched_rt_runtime_us", "950000\n",
                "/sys/devices/system/cpu/isolated", "1\n"));
    final Map<String, String> properties =
        new HashMap<>(
            Map.of(
                "java.version",
                "25.0.1",
                "java.home",
                "/jdk",
                "os.name",
                "Plan9",
                "os.arch",
                "amd64"));
    boolean tensorFlowWorks = true;
    Gpu gpu = Gpu.SEEN;
    boolean mujocoWorks = true;
    boolean rendersImages = true;
    String module = "jdk.incubator.vector";
    int cores = 2;
    long memory = 2L << 30;
    long disk = 1L << 30;

    @Override
    public Optional<String> output(String... command) {
      return Optional.ofNullable(outputs.get(command[0]));
    }

    @Override
    public Optional<String> text(Path file) {
      return Optional.ofNullable(files.get(file.toString()));
    }

    @Override
    public String property(String name) {
      return properties.getOrDefault(name, "unknown");
    }

    @Override
    public boolean hasModule(String name) {
      return name.equals(module);
    }

    @Override
    public int cores() {
      return cores;
    }

    @Override
    public long memoryBytes() {
      return memory;
    }

    @Override
    public String tensorFlow() {
      if (!tensorFlowWorks) {
        throw new UnsatisfiedLinkError("no jni\nmore");
      }
      return "2.18.0 on CPU:0";
    }

    @Override
    public Gpu gpu() {
      return gpu;
    }

    @Override
    public String mujoco() {
      if (!mujocoWorks) {
        throw new MujocoUnavailableException("found 3.2.7");
      }
      return "version 222";
    }

    @Override
    public String rendering() {
      if (!rendersImages) {
        throw new RenderingUnavailableException("found no libEGL.so.1; found no libOSMesa.so.8");
      }
      return "EGL";
    }

    @Override
    public long writableBytes(Path folder) throws IOException {
      if (disk < 0) {
        throw new IOException("read-only");
      }
      return disk;
    }
  }
}
