package dev.tandem.simbridge.remote;

/** Where a program listens. */
public record RemoteAddress(String host, int port) {
  /** Where {@code tandem sim serve} listens unless told otherwise. */
  public static final RemoteAddress USUAL = new RemoteAddress("127.0.0.1", 7117);

  private static final int MOST_PORTS = 65_535;

  public RemoteAddress {
    if (host.isBlank() || port < 1 || port > MOST_PORTS) {
      throw new IllegalArgumentException("expected HOST:PORT, found " + host + ":" + port);
    }
  }

  /** Reads {@code HOST:PORT}. */
  public static RemoteAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String digits = text.substring(colon + 1);
    if (colon < 1 || !digits.matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("expected HOST:PORT, found " + text);
    }
    return new RemoteAddress(text.substring(0, colon), Integer.parseInt(digits));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
