package dev.tandem.simbridge.remote;

/** Lets a client step an environment: RESET, then STEP until the episode is over. */
public final class TaskConversation implements Conversation {
  private final Environment environment;
  private final Message.Spec spec;
  private boolean withinEpisode;

  /** Closes {@code environment} with itself. */
  public TaskConversation(Environment environment) {
    this.environment = environment;
    this.spec = environment.spec();
  }

  @Override
  public Message.Spec spec() {
    return spec;
  }

  @Override
  public Message answer(Message request) throws ProtocolException {
    if (request instanceof Message.Step step) {
      return step(step.action());
    }
    if (request instanceof Message.Reset reset) {
      Frames.requireNoOptions(reset);
      withinEpisode = true;
      return seen(new Message.State(environment.reset(reset.seed())));
    }
    throw Frames.outOfOrder(request, "RESET, STEP or CLOSE");
  }

  private Message step(double[] action) throws ProtocolException {
    if (!withinEpisode) {
      throw new ProtocolException(
          ErrorCode.OUT_OF_ORDER, "STEP: expected RESET first, found no episode under way");
    }
    Frames.requireFit("action", spec.action(), action);
    Message.Outcome outcome = environment.step(action);
    withinEpisode = !outcome.endsEpisode();
    return seen(outcome);
  }

  private Message seen(Message observed) {
    return spec.images().isEmpty() ? observed : new Message.Seen(environment.pictures(), observed);
  }

  @Override
  public void close() {
    environment.close();
  }
}
