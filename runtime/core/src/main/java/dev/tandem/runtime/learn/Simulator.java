package dev.tandem.runtime.learn;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.Set;

/** A world that can be stepped. Deterministic: equal seeds and commands give equal worlds. */
public interface Simulator extends AutoCloseable {
  /** What a simulator may or may not be able to do. */
  enum Capability {
    CONTACT,
    WRENCH,
    CAMERA,
    TACTILE
  }

  Set<Capability> capabilities();

  SignalSpec observationSpec();

  SignalSpec commandSpec();

  /** Back to the start; everything random afterwards follows from {@code seed}. */
  void reset(long seed);

  /** Advances by {@code dtSeconds} under a constant command. */
  void step(Command command, double dtSeconds);

  /** Advances by {@code dtSeconds} with the brakes on: the safe state of the simulated drives. */
  void brake(double dtSeconds);

  /** Writes the present state into the channels of {@link #observationSpec}. */
  void observe(MutableObservation observation);

  /** Renders a named camera; throws when {@link Capability#CAMERA} is missing. */
  void render(String camera, MutableImage image);

  @Override
  void close();
}
