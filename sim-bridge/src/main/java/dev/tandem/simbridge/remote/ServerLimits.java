package dev.tandem.simbridge.remote;

/**
 * How much a server bears with.
 *
 * @param clients at the same time
 * @param idleNanos from an answer to the client's next frame
 * @param frameNanos from a frame's first byte to its last, also for a client to take one; and for
 *     the greeting
 */
public record ServerLimits(int clients, long idleNanos, long frameNanos) {
  public ServerLimits {
    if (clients < 1 || idleNanos < 1 || frameNanos < 1) {
      throw new IllegalArgumentException(
          "clients, idleNanos and frameNanos must be >= 1, got "
              + clients
              + ", "
              + idleNanos
              + ", "
              + frameNanos);
    }
  }
}
