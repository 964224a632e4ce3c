package dev.tandem.simbridge.remote;

import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SystemClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;

/**
 * A connection to a program that simulates the same channels: one frame, one answer. Waits for a
 * network, so not for a control thread in real time. One thread.
 */
final class RemoteLink implements AutoCloseable {
  private static final long ANSWER_NANOS = 60_000_000_000L;
  private static final long FRAME_NANOS = 10_000_000_000L;

  private final RemoteAddress address;
  private final SignalSpec observation;
  private final FrameLink link;

  /** Connects, and makes sure that it speaks of the same channels. */
  RemoteLink(RemoteAddress address, SignalSpec observation, SignalSpec command) {
    this.address = address;
    this.observation = observation;
    this.link = connect(address);
    try {
      greet(command);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static FrameLink connect(RemoteAddress address) {
    try {
      SocketChannel channel = SocketChannel.open();
      try {
        channel.connect(new InetSocketAddress(address.host(), address.port()));
        return new FrameLink(channel, new SystemClock(), FRAME_NANOS);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      throw new RemoteException(
          address, "one that listens; ./tandem sim serve --task TASK starts one", found(e));
    }
  }

  private static String found(Exception e) {
    return e instanceof UnresolvedAddressException
        ? "no machine of this name"
        : String.valueOf(e.getMessage());
  }

  private void greet(SignalSpec command) {
    Message answer = answerToGreeting();
    if (!(answer instanceof Message.Spec spec)
        || spec.role() != Role.SIMULATOR
        || spec.version() != MessageWriter.FIRST_VERSION) {
      throw new RemoteException(
          address, "the spec of a simulator in version 1", Frames.told(answer));
    }
    requireSame("observation", observation, spec.observation());
    requireSame("command", command, spec.action());
  }

  /** Whatever else listens there answers in another way, if at all. */
  private Message answerToGreeting() {
    Message hello = new Message.Hello(Role.SIMULATOR.code, "tandem");
    try {
      link.send(hello);
      return answered(hello, link.receive(ANSWER_NANOS));
    } catch (IOException e) {
      throw new RemoteException(
          address,
          "a program that speaks the step protocol of docs/step-protocol.md, as ./tandem sim serve"
              + " does",
          found(e));
    }
  }

  /** Names and units in order; what is within bounds is known here. */
  private void requireSame(String which, SignalSpec expected, SignalSpec found) {
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String wanted = channel(expected, i);
      if (!wanted.equals(channel(found, i))) {
        throw new RemoteException(
            address, which + " channel " + i + " to be " + wanted, channel(found, i));
      }
    }
  }

  private static String channel(SignalSpec spec, int index) {
    return index < spec.size()
        ? spec.channel(index).name() + " in " + spec.channel(index).unit()
        : "none";
  }

  /**
   * The observation after a change.
   *
   * @return none when the other world has diverged
   * @throws IllegalArgumentException when the change is impossible
   */
  double[] observe(Message request) {
    Message answer = ask(request);
    if (answer instanceof Message.Refusal refusal && refusal.code() == ErrorCode.DIVERGED) {
      return new double[0];
    }
    if (!(answer instanceof Message.State state)
        || state.observation().length != observation.size()) {
      throw new RemoteException(
          address, "a state of " + observation.size() + " numbers", Frames.told(answer));
    }
    requireFinite(state.observation());
    return state.observation();
  }

  /** Else a monitor would name another cause. */
  private void requireFinite(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new RemoteException(
            address,
            new ProtocolException(
                ErrorCode.NOT_FINITE,
                "state: expected finite numbers, found %s of %s"
                    .formatted(values[i], observation.channel(i).name())));
      }
    }
  }

  private Message ask(Message request) {
    try {
      if (link.isWaiting()) {
        throw unasked(link.receive(ANSWER_NANOS));
      }
      link.send(request);
      return answered(request, link.receive(ANSWER_NANOS));
    } catch (IOException e) {
      throw new RemoteException(address, e);
    }
  }

  /** What came twice would be taken for the answer to the next request, and so on for ever. */
  private RemoteException unasked(Message found) {
    return found instanceof Message.Refusal last && last.closes()
        ? new RemoteException(address, "an answer", Frames.told(found))
        : new RemoteException(
            address,
            "one answer to each request",
            "another before the next: " + Frames.kind(found));
  }

  private Message answered(Message request, Message answer) {
    if (answer instanceof Message.Refusal refusal && refusal.code() != ErrorCode.DIVERGED) {
      throw refused(request, refusal);
    }
    return answer;
  }

  private RuntimeException refused(Message request, Message.Refusal refusal) {
    return refusal.code() == ErrorCode.IMPOSSIBLE && !(request instanceof Message.Hello)
        ? new IllegalArgumentException(refusal.text())
        : new RemoteException(address, "an answer", refusal.code() + ": " + refusal.text());
  }

  /** Says so, if anybody still hears it. */
  @Override
  public void close() {
    try (link) {
      link.send(new Message.Close());
    } catch (IOException e) {
      // It has gone before.
    }
  }
}
