package dev.tandem.simbridge.remote;

/** What one client steps, after the greeting. The client's thread alone. */
public interface Conversation extends AutoCloseable {
  Message.Spec spec();

  /** The answer to a frame; throws what is sent as an error frame instead. */
  Message answer(Message request) throws ProtocolException;

  @Override
  void close();

  /** Makes one for each client. Any thread. */
  interface Maker {
    /**
     * Throws when there is nothing of that role; what it makes is used by the calling thread only.
     *
     * @param wantsImages with every observation; throws when there are none
     */
    Conversation open(Role role, boolean wantsImages) throws ProtocolException;
  }
}
