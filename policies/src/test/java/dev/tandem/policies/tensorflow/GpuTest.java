package dev.tandem.policies.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuTest {
  @TempDir private Path there = Path.of("");

  @Test
  void doesNotLoadTensorFlowWhereNoDriverIsAtWork() {
    List<Path> signs = List.of(there.resolve("one"), there.resolve("two"));
    assertEquals(
        Gpu.NONE,
        Gpu.of(
            signs,
            () -> {
              throw new AssertionError("asked TensorFlow");
            }));
  }

  @Test
  void asksTensorFlowWhereOneSignOfADriverIs() {
    List<Path> signs = List.of(there.resolve("one"), there);
    assertEquals(Gpu.SEEN, Gpu.of(signs, () -> true));
    assertEquals(Gpu.UNSEEN, Gpu.of(signs, () -> false));
  }

  @Test
  void isUnseenWhereTensorFlowDoesNotLoad() {
    assertEquals(
        Gpu.UNSEEN,
        Gpu.of(
            List.of(there),
            () -> {
              throw new UnsatisfiedLinkError("no jni");
            }));
  }
}
