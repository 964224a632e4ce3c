package dev.tandem.simbridge.remote;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.world.AdjustableWorld;
import dev.tandem.simbridge.world.PhysicsScales;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A world that another program simulates: one frame and its answer for each change, and what was
 * observed last in between. Waits for a network, so not for a control thread in real time.
 */
abstract class RemoteWorld implements AdjustableWorld {
  private static final long ANSWER_NANOS = 60_000_000_000L;
  private static final long FRAME_NANOS = 10_000_000_000L;

  private final RemoteAddress address;
  private final FrameLink link;
  private final SignalSpec observation;
  private final SignalSpec command;
  private final double[] commanded;
  private double[] observed;

  /** Connects, and makes sure that it speaks of the same channels. */
  RemoteWorld(RemoteAddress address, SignalSpec observation, SignalSpec command) {
    this.address = address;
    this.observation = observation;
    this.command = command;
    this.observed = new double[observation.size()];
    this.commanded = new double[command.size()];
    this.link = connect();
    orLeave(this::greet);
  }

  private FrameLink connect() {
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
          address, "one that listens; ./tandem sim serve --task TASK starts one", e);
    }
  }

  private void greet() {
    Message answer = ask(new Message.Hello(Role.SIMULATOR.code, "tandem"));
    if (!(answer instanceof Message.Spec spec) || spec.role() != Role.SIMULATOR) {
      throw new RemoteException(address, "the spec of a simulator in version 1", answer);
    }
    requireSame("observation", observation, spec.observation());
    requireSame("command", command, spec.action());
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

  /** Makes the world, and observes it; leaves when there is none. */
  final void make(String world, List<Message.Part> parts) {
    orLeave(() -> observe(new Message.Scene(world, parts)));
  }

  private void orLeave(Runnable first) {
    try {
      first.run();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Puts parts of it elsewhere. */
  final void place(List<Message.Part> parts) {
    observe(new Message.Place(parts));
  }

  @Override
  public void reset(long seed) {
    observe(new Message.Reset(seed, Map.of()));
  }

  /** The protocol has no word for it. */
  @Override
  public final void adjust(PhysicsScales scales) {
    require(scales.equals(PhysicsScales.NOMINAL), "physics as the model says", scales);
  }

  /** The protocol has no word for it. */
  @Override
  public final void displace(double[] offsetRad) {
    boolean stays = Arrays.stream(offsetRad).allMatch(offset -> offset == 0);
    require(stays, "joints as the task puts them", Arrays.toString(offsetRad));
  }

  private static void require(boolean holds, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "simulator: remote is randomised by the program that simulates; expected %s, found %s"
              .formatted(expected, found));
    }
  }

  @Override
  public final void step(Command wanted, double dtSeconds) {
    wanted.copyTo(commanded, 0);
    observe(new Message.Advance(false, dtSeconds, commanded));
  }

  @Override
  public final void brake(double dtSeconds) {
    observe(new Message.Advance(true, dtSeconds, commanded));
  }

  private void observe(Message request) {
    Message answer = ask(request);
    if (!(answer instanceof Message.State state)
        || state.observation().length != observation.size()) {
      throw new RemoteException(address, "a state of " + observation.size() + " numbers", answer);
    }
    observed = state.observation();
  }

  private Message ask(Message request) {
    try {
      link.send(request);
      Message answer = link.receive(ANSWER_NANOS);
      if (answer instanceof Message.Refusal refusal) {
        throw refused(request, refusal);
      }
      return answer;
    } catch (IOException e) {
      throw new RemoteException(address, e);
    }
  }

  private RuntimeException refused(Message request, Message.Refusal refusal) {
    return refusal.code() == ErrorCode.IMPOSSIBLE && !(request instanceof Message.Hello)
        ? new IllegalArgumentException(refusal.text())
        : new RemoteException(address, "an answer", refusal.code() + ": " + refusal.text());
  }

  @Override
  public final void observe(MutableObservation to) {
    for (int i = 0; i < observed.length; i++) {
      to.set(i, observed[i]);
    }
  }

  @Override
  public final SignalSpec observationSpec() {
    return observation;
  }

  @Override
  public final SignalSpec commandSpec() {
    return command;
  }

  @Override
  public final void render(String camera, MutableImage image) {
    throw new UnsupportedOperationException(
        "camera " + camera + ": expected a simulator with cameras, found a remote one");
  }

  /** Says so, if anybody still hears it. */
  @Override
  public final void close() {
    try (link) {
      link.send(new Message.Close());
    } catch (IOException e) {
      // It has gone before.
    }
  }
}
