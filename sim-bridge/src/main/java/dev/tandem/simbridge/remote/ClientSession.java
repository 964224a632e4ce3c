package dev.tandem.simbridge.remote;

import java.io.EOFException;
import java.io.IOException;

/** One client from its greeting to its end. A thread of its own. */
final class ClientSession {
  private final FrameLink link;
  private final ServerLimits limits;
  private final Conversation.Maker maker;
  private final ServerCounts counts;
  private final Runnable leave;

  /**
   * A client that has come in.
   *
   * @param leave makes room for another, once
   */
  ClientSession(
      FrameLink link,
      ServerLimits limits,
      Conversation.Maker maker,
      ServerCounts counts,
      Runnable leave) {
    this.link = link;
    this.limits = limits;
    this.maker = maker;
    this.counts = counts;
    this.leave = leave;
  }

  /** Until the client leaves, may not stay, or the server ends; whatever it sends. */
  void run() {
    try (link) {
      lastWords();
    } catch (IOException e) {
      // The client has gone; what was to be told to it cannot be.
    }
  }

  private void lastWords() throws IOException {
    try {
      stay();
    } catch (EOFException e) {
      // Gone without a word, which is as good as one.
    } catch (ProtocolException e) {
      counts.errorFrames.incrementAndGet();
      link.refuse(e.thatCloses());
    }
  }

  /** There is room before the client hears that it is over: it may come back at once. */
  private void stay() throws IOException {
    try {
      converse();
    } finally {
      leave.run();
    }
  }

  private void converse() throws IOException {
    try {
      converse(greeting());
    } catch (RuntimeException e) {
      throw ProtocolException.closing(ErrorCode.FAILED, "the server failed: " + e);
    }
  }

  private void converse(Message.Hello hello) throws IOException {
    try (Conversation conversation = maker.open(Role.of(hello.role()), hello.wantsImages())) {
      counts.clients.incrementAndGet();
      link.send(conversation.spec().inVersion(hello.version()));
      while (goesOn(conversation)) {
        // Each turn is one frame and its answer.
      }
    }
  }

  private Message.Hello greeting() throws IOException {
    Message first = link.receive(limits.frameNanos());
    if (!(first instanceof Message.Hello hello)) {
      throw Frames.outOfOrder(first, "Hello first");
    }
    Frames.requireSpoken(hello.version());
    return hello;
  }

  private boolean goesOn(Conversation conversation) throws IOException {
    try {
      Message request = link.receive(limits.idleNanos());
      if (request instanceof Message.Close) {
        return false;
      }
      link.send(conversation.answer(request));
      counts.answered(request);
    } catch (ProtocolException e) {
      if (e.closes()) {
        throw e;
      }
      counts.errorFrames.incrementAndGet();
      link.send(e.refusal());
    }
    return true;
  }

  /** Ends it as soon as the frame under way is answered. Any thread. */
  void interrupt() {
    link.interrupt();
  }
}
