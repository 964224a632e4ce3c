package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.AdamSchedule;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What an update is fed: the batch, and everything random, drawn in Java. */
final class SacInputs {
  /** [rows][features]. */
  final Placeholder<TFloat32> observation;

  /** [rows][actions]. */
  final Placeholder<TFloat32> action;

  /** [rows]. */
  final Placeholder<TFloat32> reward;

  /** [rows][features]. */
  final Placeholder<TFloat32> nextObservation;

  /** [rows]. */
  final Placeholder<TFloat32> terminated;

  /** Standard normal, one share more than the rows: the last is the actor's. */
  final Placeholder<TFloat32> noise;

  /** Critics drawn for each critic step's target, [updatesPerStep][targetSubsample]. */
  final Placeholder<TInt32> subsample;

  /** Numbers of every critic step, of actor and temperature, [updatesPerStep + 2][WIDTH]. */
  final Placeholder<TFloat32> schedule;

  /** What only a variant of the critics takes. */
  final VariantInputs variant;

  private final FloatOps f;
  private final int size;

  /** The rows of critic step {@code step}, without rank-one tails. */
  record Share(
      int step,
      Operand<TFloat32> observation,
      Operand<TFloat32> action,
      Operand<TFloat32> reward,
      Operand<TFloat32> nextObservation,
      Operand<TFloat32> terminated,
      Operand<TFloat32> noise) {}

  SacInputs(Ops tf, SacConfig config, int features, int actions) {
    f = new FloatOps(tf);
    size = config.batch().size();
    int rows = config.batch().rows();
    int updates = config.batch().updatesPerStep();
    observation = floats(rows, features);
    action = floats(rows, actions);
    reward = floats(rows);
    nextObservation = floats(rows, features);
    terminated = floats(rows);
    noise = floats(rows + size, actions);
    schedule = floats(updates + 2, AdamSchedule.WIDTH);
    Shape drawn = Shape.of(updates, config.critics().targetSubsample());
    subsample = tf.placeholder(TInt32.class, Placeholder.shape(drawn));
    variant = new VariantInputs(tf, config);
  }

  Share share(int step) {
    int from = step * size;
    return new Share(
        step,
        f.rows(observation, from, size),
        f.rows(action, from, size),
        f.rows(reward, from, size),
        f.rows(nextObservation, from, size),
        f.rows(terminated, from, size),
        noise(step));
  }

  Operand<TFloat32> noise(int step) {
    return f.rows(noise, step * size, size);
  }

  Operand<TInt32> subsample(int step) {
    return f.tf().gather(subsample, f.tf().constant(step), f.tf().constant(0));
  }

  /** [{@link AdamSchedule#WIDTH}]. */
  Operand<TFloat32> schedule(int step) {
    return f.tf().squeeze(f.rows(schedule, step, 1), Squeeze.axis(List.of(0L)));
  }

  private Placeholder<TFloat32> floats(long... shape) {
    return f.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
  }
}
