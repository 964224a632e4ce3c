package dev.tandem.simbridge.remote;

import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.world.AdjustableWorld;
import java.util.Optional;

/** Lets a client drive a world of its own: SCENE, then RESET, PLACE and ADVANCE as it likes. */
public final class WorldConversation implements Conversation {
  /** Nobody shall make this machine compute for ever. */
  static final double MOST_SECONDS = 1;

  static final int MOST_STEPS = 2_000;

  private final WorldKind kind;
  private final Message.Spec spec;
  private final MutableCommand command;
  private final MutableObservation observation;
  private Optional<WorldKind.Placed> world = Optional.empty();

  /** What every answer says until the world begins anew; empty for a world with numbers. */
  private String diverged = "";

  /**
   * For worlds of one kind.
   *
   * @param robot whose drives they are
   * @param simulator that simulates them
   */
  public WorldConversation(WorldKind kind, String robot, String simulator) {
    this.kind = kind;
    this.spec =
        new Message.Spec(
            Role.SIMULATOR, robot, simulator, kind.observation(), kind.command(), 0, 0);
    this.command = new MutableCommand(kind.command());
    this.observation = new MutableObservation(kind.observation());
  }

  @Override
  public Message.Spec spec() {
    return spec;
  }

  @Override
  public Message answer(Message request) throws ProtocolException {
    try {
      if (request instanceof Message.Scene scene) {
        make(scene);
      } else if (request instanceof Message.Reset reset) {
        Frames.requireNoOptions(reset);
        simulator().reset(reset.seed());
      } else {
        requireNumbers();
        change(request);
      }
      return state();
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(ErrorCode.IMPOSSIBLE, String.valueOf(e.getMessage()));
    }
  }

  private void make(Message.Scene scene) throws ProtocolException {
    if (!scene.world().equals(kind.name())) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE,
          "world: expected "
              + kind.name()
              + ", which is served here, found "
              + Frames.shown(scene.world()));
    }
    WorldKind.Placed made = kind.create(scene.parts());
    close();
    world = Optional.of(made);
  }

  private void change(Message request) throws ProtocolException {
    if (request instanceof Message.Advance advance) {
      advance(advance);
    } else if (request instanceof Message.Place place) {
      Frames.requireFew("PLACE", place.parts());
      for (Message.Part part : place.parts()) {
        Frames.requireFinite(part);
        Frames.requireWithinReason(part);
      }
      world().place(place.parts());
    } else {
      throw Frames.outOfOrder(request, "SCENE, RESET, PLACE, ADVANCE or CLOSE");
    }
  }

  private void advance(Message.Advance advance) throws ProtocolException {
    Frames.requireFit("command", spec.action(), advance.command());
    double dtSeconds = advance.dtSeconds();
    if (!(dtSeconds > 0 && dtSeconds <= MOST_SECONDS)) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE,
          "dt: expected more than 0 and at most " + MOST_SECONDS + " s, found " + dtSeconds);
    }
    requireFewSteps(dtSeconds, simulator().integrationSeconds(dtSeconds));
    Frames.requireWithinReason(spec.action(), advance.command());
    if (advance.brakes()) {
      simulator().brake(dtSeconds);
    } else {
      command.setAll(advance.command(), 0);
      simulator().step(command, dtSeconds);
    }
  }

  private static void requireFewSteps(double dtSeconds, double stepSeconds)
      throws ProtocolException {
    if (dtSeconds > MOST_STEPS * stepSeconds && stepSeconds > 0) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE,
          "dt: expected at most %d integration steps of the scene's %s s, found %s s; advance by less, or give the scene a longer max_step"
              .formatted(MOST_STEPS, stepSeconds, dtSeconds));
    }
  }

  /** What is put into a world without numbers would be answered with causes that are none. */
  private void requireNumbers() throws ProtocolException {
    if (!diverged.isEmpty()) {
      throw new ProtocolException(ErrorCode.DIVERGED, diverged);
    }
  }

  private Message.State state() throws ProtocolException {
    simulator().observe(observation);
    int spoilt = observation.firstNotFinite();
    diverged =
        spoilt < 0
            ? ""
            : "the world diverged: expected finite numbers, found %s of %s, as torques or speeds were too large for it; RESET or SCENE begins anew"
                .formatted(observation.get(spoilt), kind.observation().channel(spoilt).name());
    requireNumbers();
    double[] values = new double[observation.size()];
    observation.copyTo(values, 0);
    return new Message.State(values);
  }

  private AdjustableWorld simulator() throws ProtocolException {
    return world().simulator();
  }

  private WorldKind.Placed world() throws ProtocolException {
    return world.orElseThrow(
        () -> new ProtocolException(ErrorCode.OUT_OF_ORDER, "expected SCENE first, found none"));
  }

  @Override
  public void close() {
    world.ifPresent(its -> its.simulator().close());
    world = Optional.empty();
  }
}
