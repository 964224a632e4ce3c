package dev.tandem.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThisMachineTest {
  private final Machine machine = new ThisMachine();

  @Test
  void readsWhatTheKernelAnswersToTheFirstReadOnly() {
    Optional<String> release = machine.text(Path.of("/proc/sys/kernel/osrelease"));
    assertEquals(System.getProperty("os.version"), release.orElse("").strip());
  }

  @Test
  void aFileThatIsNotThereIsEmpty() {
    assertTrue(machine.text(Path.of("/proc/sys/kernel/none")).isEmpty());
  }
}
