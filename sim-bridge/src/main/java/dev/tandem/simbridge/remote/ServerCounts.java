package dev.tandem.simbridge.remote;

import java.util.concurrent.atomic.AtomicLong;

/** What a server has seen so far. Any thread. */
public final class ServerCounts {
  final AtomicLong clients = new AtomicLong();
  final AtomicLong refusedClients = new AtomicLong();
  final AtomicLong resets = new AtomicLong();
  final AtomicLong steps = new AtomicLong();
  final AtomicLong errorFrames = new AtomicLong();

  /** That were greeted. */
  public long clients() {
    return clients.get();
  }

  /** That came when there were as many as there may be. */
  public long refusedClients() {
    return refusedClients.get();
  }

  /** Answered. */
  public long resets() {
    return resets.get();
  }

  /** Answered: decisions of tasks and commands to simulators. */
  public long steps() {
    return steps.get();
  }

  /** Sent, refusals of clients among them. */
  public long errorFrames() {
    return errorFrames.get();
  }

  void answered(Message request) {
    if (request instanceof Message.Reset) {
      resets.incrementAndGet();
    } else if (request instanceof Message.Step || request instanceof Message.Advance) {
      steps.incrementAndGet();
    }
  }
}
