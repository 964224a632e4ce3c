package dev.tandem.simbridge.remote;

import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.AdjustableWorld;
import java.util.List;

/** A kind of world that clients may have simulated: which channels it has, and how it is made. */
public interface WorldKind {
  /** As a scene frame calls it. */
  String name();

  /** What every world of this kind observes. */
  SignalSpec observation();

  /** What drives it. */
  SignalSpec command();

  /**
   * Makes one.
   *
   * @throws ProtocolException when the parts make none
   */
  Placed create(List<Message.Part> scene) throws ProtocolException;

  /** A world whose parts can be put elsewhere. One thread. */
  interface Placed {
    AdjustableWorld simulator();

    /**
     * Puts parts elsewhere, in their order: all, or none when one cannot be there.
     *
     * @throws IllegalArgumentException when it is out of reach
     */
    void place(List<Message.Part> parts) throws ProtocolException;
  }
}
