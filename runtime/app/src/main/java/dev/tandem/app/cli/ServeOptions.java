package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.simbridge.remote.ServerLimits;
import java.net.InetSocketAddress;
import picocli.CommandLine.Option;

/** Where a server listens, and how much it bears with. */
final class ServeOptions {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int MOST_PORTS = 65_535;
  private static final long FRAME_NANOS = 5 * NANOS_PER_SECOND;

  @Option(
      names = "--port",
      defaultValue = "7117",
      paramLabel = "N",
      description = "To listen on; 0 for any, which it then says. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Of this machine, to listen on. Default: ${DEFAULT-VALUE}, this machine only.")
  private String host = "";

  @Option(
      names = "--clients",
      defaultValue = "8",
      paramLabel = "N",
      description = "At the same time; others are told that it is busy. Default: ${DEFAULT-VALUE}.")
  private int clients;

  @Option(
      names = "--idle-seconds",
      defaultValue = "600",
      paramLabel = "S",
      description = "A client that says nothing for so long has to go. Default: ${DEFAULT-VALUE}.")
  private int idleSeconds;

  InetSocketAddress address() {
    if (port < 0 || port > MOST_PORTS) {
      throw new ConfigurationException("--port", "expected 0 to 65535, found " + port);
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new ConfigurationException(
          "--host", "expected a name or address of this machine, found " + host);
    }
    return address;
  }

  ServerLimits limits() {
    if (clients < 1) {
      throw new ConfigurationException("--clients", "expected at least 1, found " + clients);
    }
    if (idleSeconds < 1) {
      throw new ConfigurationException(
          "--idle-seconds", "expected at least 1, found " + idleSeconds);
    }
    return new ServerLimits(clients, idleSeconds * NANOS_PER_SECOND, FRAME_NANOS);
  }
}
