package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.sac.AdamSchedule;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** One step of behaviour cloning as a graph: mean squared error of the action tanh(mean). */
final class CloningGraph {
  /** [rows][features]. */
  final Placeholder<TFloat32> observation;

  /** [rows][actions]. */
  final Placeholder<TFloat32> action;

  /** A step's numbers, [{@link AdamSchedule#WIDTH}]. */
  final Placeholder<TFloat32> schedule;

  final AdamVariable actor;
  final Operand<TFloat32> error;
  final Op step;

  CloningGraph(Ops tf, SacConfig config, ActorShape shape) {
    observation = placeholder(tf, -1, shape.features());
    action = placeholder(tf, -1, shape.actions());
    schedule = placeholder(tf, AdamSchedule.WIDTH);
    actor = new AdamVariable(tf, "actor", shape.layout(), config.optimiser());
    FloatOps f = new FloatOps(tf);
    ActorGraph network = new ActorGraph(f, shape);
    Weights weights = actor.value().weightsAfter(tf, List.of());
    ActorGraph.Gaussian gaussian = network.forward(weights, observation);
    Operand<TFloat32> chosen = tf.math.tanh(gaussian.mean());
    Operand<TFloat32> difference = f.sub(chosen, action);
    error = f.mean(f.square(difference));
    double share = 2.0 / (config.batch().size() * shape.actions());
    Operand<TFloat32> byMean = tf.math.tanhGrad(chosen, f.mul(share, difference));
    Gradients gradients =
        network.backward(weights, gaussian, byMean, tf.zerosLike(gaussian.logStd()));
    step = actor.step(f, gradients.flat(f, shape.layout()), schedule);
  }

  private static Placeholder<TFloat32> placeholder(Ops tf, long... shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
  }
}
