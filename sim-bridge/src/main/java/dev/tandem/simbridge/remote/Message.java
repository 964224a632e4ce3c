package dev.tandem.simbridge.remote;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import java.util.Map;

/** One frame's meaning; arrays are the receiver's to keep. docs/step-protocol.md has the bytes. */
public sealed interface Message {
  /**
   * A client's first word.
   *
   * @param role as on the wire; perhaps none that there is
   * @param name of the client, for people
   * @param wantsImages beside the numbers; never in version 1, which has none
   */
  record Hello(int version, int role, String name, boolean wantsImages) implements Message {
    /** Of version 1. */
    Hello(int role, String name) {
      this(1, role, name, false);
    }
  }

  /**
   * An image that comes with every observation.
   *
   * @param shape its name, too
   * @param rateHz images a second of simulated time
   * @param delaySeconds from the moment that an image shows until it is there
   */
  record ImageOffer(ImageSpec shape, double rateHz, double delaySeconds) {}

  /**
   * The server's answer: what there is to step.
   *
   * @param name of the task, or of the robot in the simulator
   * @param simulator in which it is simulated
   * @param observation named numbers, in the order of every observation frame
   * @param action of a task, or the command of a simulator
   * @param stepSeconds from one decision to the next; 0 for a simulator, whose client says
   * @param horizonSteps decisions after which an episode is truncated; 0 for never
   * @param images that come with every observation, in this order; none in version 1
   * @param version that is spoken from now on
   */
  record Spec(
      Role role,
      String name,
      String simulator,
      SignalSpec observation,
      SignalSpec action,
      double stepSeconds,
      int horizonSteps,
      List<ImageOffer> images,
      int version)
      implements Message {
    public Spec {
      images = List.copyOf(images);
    }

    /** Without images. */
    public Spec(
        Role role,
        String name,
        String simulator,
        SignalSpec observation,
        SignalSpec action,
        double stepSeconds,
        int horizonSteps) {
      this(role, name, simulator, observation, action, stepSeconds, horizonSteps, List.of(), 1);
    }

    /** The same with images. */
    public Spec with(List<ImageOffer> offered) {
      return new Spec(
          role, name, simulator, observation, action, stepSeconds, horizonSteps, offered, version);
    }

    /** The same in the client's words. */
    Spec inVersion(int spoken) {
      return new Spec(
          role, name, simulator, observation, action, stepSeconds, horizonSteps, images, spoken);
    }
  }

  /** Starts an episode; equal seeds give equal episodes. */
  record Reset(long seed, Map<String, String> options) implements Message {
    public Reset {
      options = Map.copyOf(options);
    }
  }

  /** What is observed now. */
  record State(double[] observation) implements Message {}

  /**
   * One image.
   *
   * @param shownSeconds of the episode, simulated: the moment that it shows
   * @param pixels [height][width][depth] of values, rows from the top
   */
  record Picture(double shownSeconds, byte[] pixels) {}

  /**
   * A state or an outcome with its images.
   *
   * @param pictures in the order of the spec
   */
  record Seen(List<Picture> pictures, Message of) implements Message {
    public Seen {
      pictures = List.copyOf(pictures);
      if (!(of instanceof State || of instanceof Outcome)) {
        throw new IllegalArgumentException(
            "images: expected those of STATE or OUTCOME, found " + of.getClass().getSimpleName());
      }
    }
  }

  /** One decision, in the units of the action space. */
  record Step(double[] action) implements Message {}

  /**
   * What became of a step.
   *
   * @param elapsedSeconds of the episode, simulated
   * @param verdict the worst that the safety layer said within the step
   * @param applied what the safety layer left of the action
   * @param stop why the safety layer stopped the robot; empty when it did not
   */
  record Outcome(
      double[] observation,
      double reward,
      boolean terminated,
      boolean truncated,
      boolean success,
      Verdict verdict,
      double elapsedSeconds,
      double[] applied,
      String stop)
      implements Message {
    boolean endsEpisode() {
      return terminated || truncated;
    }
  }

  /**
   * An error frame.
   *
   * @param closes whether its sender now closes the connection
   */
  record Refusal(ErrorCode code, boolean closes, String text) implements Message {}

  /** A client's last word. */
  record Close() implements Message {}

  /** Named numbers of a scene, or of a place in it. */
  record Part(String name, double[] values) {}

  /**
   * Makes the world that a simulator simulates.
   *
   * @param world which kind of
   */
  record Scene(String world, List<Part> parts) implements Message {
    public Scene {
      parts = List.copyOf(parts);
    }
  }

  /** Puts parts of the world elsewhere. */
  record Place(List<Part> parts) implements Message {
    public Place {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Lets the world go on.
   *
   * @param brakes with the brakes on, whatever the command says
   */
  record Advance(boolean brakes, double dtSeconds, double[] command) implements Message {}
}
