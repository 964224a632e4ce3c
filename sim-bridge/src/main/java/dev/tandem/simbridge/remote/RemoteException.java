package dev.tandem.simbridge.remote;

/** A simulator in another program is not there, or does not do as it is told. */
public final class RemoteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RemoteException(RemoteAddress address, Exception cause) {
    super("simulator " + address + ": " + cause.getMessage(), cause);
  }

  RemoteException(RemoteAddress address, String expected, Object found) {
    super("simulator " + address + ": expected " + expected + ", found " + found);
  }
}
