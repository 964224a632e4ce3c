package dev.tandem.runtime.os;

import java.util.Map;
import java.util.Optional;

/**
 * Tells systemd how a service does: ready, alive, status, stopping; what {@code sd_notify(3)}
 * describes. Does nothing when no service manager asked for it. Not for the control thread: one
 * system call each.
 */
public final class SystemdNotify implements AutoCloseable {
  private static final long NANOS_PER_MICRO = 1000;
  private static final long NEVER = 0;

  private final Optional<UnixDatagram> socket;
  private final long aliveEveryNanos;
  private long nextAliveNanos = Long.MIN_VALUE;

  private SystemdNotify(Optional<UnixDatagram> socket, long aliveEveryNanos) {
    this.socket = socket;
    this.aliveEveryNanos = aliveEveryNanos;
  }

  /** As this process's environment asks. */
  public static SystemdNotify ofEnvironment() {
    return of(System.getenv(), ProcessHandle.current().pid());
  }

  /** As {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC} and {@code WATCHDOG_PID} ask. */
  static SystemdNotify of(Map<String, String> environment, long pid) {
    String address = environment.getOrDefault("NOTIFY_SOCKET", "");
    boolean known = address.startsWith("/") || address.startsWith("@");
    String watchedPid = environment.getOrDefault("WATCHDOG_PID", Long.toString(pid));
    boolean watched = watchedPid.equals(Long.toString(pid));
    long micros = watched ? number(environment.getOrDefault("WATCHDOG_USEC", "0")) : 0;
    return new SystemdNotify(
        known ? Optional.of(new UnixDatagram(address)) : Optional.empty(),
        micros * NANOS_PER_MICRO / 2);
  }

  private static long number(String text) {
    try {
      return Math.max(NEVER, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return NEVER;
    }
  }

  /** The service has come up. */
  public void ready(String status) {
    send("READY=1\nSTATUS=" + oneLine(status));
  }

  /** One line for {@code systemctl status}. */
  public void status(String status) {
    send("STATUS=" + oneLine(status));
  }

  /** The service is about to end. */
  public void stopping() {
    send("STOPPING=1");
  }

  /**
   * Call it often, as long as all is well: says so when half of the time that systemd waits has
   * passed.
   */
  public void alive(long nowNanos) {
    if (aliveEveryNanos > NEVER && nowNanos >= nextAliveNanos) {
      nextAliveNanos = nowNanos + aliveEveryNanos;
      send("WATCHDOG=1");
    }
  }

  /** Whether a service manager listens. */
  public boolean isAsked() {
    return socket.isPresent();
  }

  private void send(String text) {
    socket.ifPresent(to -> to.send(text));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }

  @Override
  public void close() {
    socket.ifPresent(UnixDatagram::close);
  }
}
