package dev.tandem.runtime.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdNotifyTest {
  private static final long PID = 77;

  @TempDir private Path folder = Path.of("");

  private static void talk(SystemdNotify systemd) {
    systemd.ready("drives\narmed");
    systemd.status("all is well");
    systemd.stopping();
  }

  private static void assertHeard(String path) throws Throwable {
    try (UnixReceiver manager = new UnixReceiver(path);
        SystemdNotify systemd = SystemdNotify.of(Map.of("NOTIFY_SOCKET", path), PID)) {
      assertTrue(systemd.isAsked());
      talk(systemd);
      assertEquals(
          List.of("READY=1\nSTATUS=drives armed", "STATUS=all is well", "STOPPING=1"),
          manager.received());
    }
  }

  @Test
  void tellsAManagerThatListensOnAFile() throws Throwable {
    assertHeard(folder.resolve("notify").toString());
  }

  @Test
  void tellsAManagerThatListensOnAnAbstractName() throws Throwable {
    assertHeard("@tandem-test-" + ProcessHandle.current().pid());
  }

  @Test
  void saysNothingWhenNobodyAsked() {
    try (SystemdNotify systemd = SystemdNotify.of(Map.of(), PID)) {
      assertFalse(systemd.isAsked());
      talk(systemd);
      systemd.alive(0);
    }
  }

  @Test
  void saysNothingToAnAddressOfAnotherKind() {
    try (SystemdNotify systemd = SystemdNotify.of(Map.of("NOTIFY_SOCKET", "vsock:2:1"), PID)) {
      assertFalse(systemd.isAsked());
    }
  }

  @Test
  void doesNotMindThatTheManagerIsGone() {
    String nobody = folder.resolve("nobody").toString();
    try (SystemdNotify systemd = SystemdNotify.of(Map.of("NOTIFY_SOCKET", nobody), PID)) {
      talk(systemd);
    }
  }

  private List<String> aliveFor4Millis(String micros, String pid) throws Throwable {
    String path = folder.resolve("alive" + micros + pid).toString();
    Map<String, String> environment =
        Map.of("NOTIFY_SOCKET", path, "WATCHDOG_USEC", micros, "WATCHDOG_PID", pid);
    try (UnixReceiver manager = new UnixReceiver(path);
        SystemdNotify systemd = SystemdNotify.of(environment, PID)) {
      for (long nowNanos = 0; nowNanos < 4_000_000; nowNanos += 500_000) {
        systemd.alive(nowNanos);
      }
      return manager.received();
    }
  }

  @Test
  void isAliveAtHalfTheTimeThatSystemdWaits() throws Throwable {
    assertEquals(
        List.of("WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"),
        aliveFor4Millis("2000", "77"));
  }

  @Test
  void keepsItsLifeToItselfWhenAnotherProcessIsWatchedOrNone() throws Throwable {
    assertEquals(List.of(), aliveFor4Millis("2000", "78"));
    assertEquals(List.of(), aliveFor4Millis("0", "77"));
    assertEquals(List.of(), aliveFor4Millis("soon", "77"));
  }

  @Test
  void refusesAPathThatNoSocketCanHave() {
    Map<String, String> environment = Map.of("NOTIFY_SOCKET", "/" + "x".repeat(107));
    assertThrows(IllegalArgumentException.class, () -> SystemdNotify.of(environment, PID).close());
  }
}
