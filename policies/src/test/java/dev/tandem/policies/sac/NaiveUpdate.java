package dev.tandem.policies.sac;

import dev.tandem.runtime.learn.Batch;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * One call of a learner with one critic step, in double precision and with gradients by finite
 * differences. Everything random is drawn as an engine draws it.
 */
public final class NaiveUpdate {
  private static final int NOISE = 2;
  private static final double STEP = 1e-5;

  private final SacConfig config;
  private final Batch batch;
  private final NaiveRows rows;
  private final Arrays64 before;
  private final double[] noise;
  private final int[] drawn;
  private final CriticDraws draws;
  private final NaiveMasks masks;
  private final NaiveHead.Target[] targets;
  private final NaiveHead.Held[][] held;

  /**
   * @param call how many calls the learner of {@code seed} has behind it
   */
  public NaiveUpdate(SacConfig config, Batch batch, Arrays64 before, long seed, long call) {
    this.config = config;
    this.batch = batch;
    this.rows = new NaiveRows(batch);
    this.before = before;
    RandomGenerator random = StepRandom.at(seed, NOISE, call);
    noise = new double[2 * batch.rows * batch.actions];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    drawn = new int[config.critics().targetSubsample()];
    Subsample.draw(random, config.critics().count(), drawn, 0, drawn.length);
    draws = new CriticDraws();
    draws.begin(random.nextLong());
    masks = new NaiveMasks(config, batch.rows, draws);
    targets = targets();
    held = held();
  }

  /** Derivatives of the critics' loss by some numbers of one of their arrays. */
  public double[] byCritics(String name, int[] numbers) {
    return differences("critics/" + name, numbers, this::criticLoss);
  }

  /**
   * Derivatives of the actor's loss by some numbers of one of its arrays.
   *
   * @param after the critic step
   */
  public double[] byActor(String name, int[] numbers, Arrays64 after) {
    return differences("actor/" + name, numbers, actor -> actorLoss(actor, after));
  }

  public double criticLoss() {
    return criticLoss(before);
  }

  public double actorLoss(Arrays64 after) {
    return actorLoss(before, after);
  }

  /** Running mean of a critic's deviation after this call, as its head remembers it. */
  public double deviation(int critic) {
    return held[critic][0].deviation();
  }

  private interface Loss {
    double of(Arrays64 arrays);
  }

  private double[] differences(String name, int[] numbers, Loss loss) {
    return IntStream.of(numbers)
        .mapToDouble(
            i ->
                (loss.of(before.moved(name, i, STEP)) - loss.of(before.moved(name, i, -STEP)))
                    / (2 * STEP))
        .toArray();
  }

  private double criticLoss(Arrays64 arrays) {
    double loss = 0;
    for (int critic = 0; critic < config.critics().count(); critic++) {
      for (int row = 0; row < batch.rows; row++) {
        double[] outputs = judged(arrays, critic, row);
        loss += NaiveHead.loss(variant(), outputs, targets[row], held[critic][row]) / batch.rows;
      }
    }
    return loss;
  }

  private double actorLoss(Arrays64 actor, Arrays64 critics) {
    double loss = 0;
    double temperature = Math.exp(before.get("temperature/log")[0]);
    int count = config.critics().count();
    for (int row = 0; row < batch.rows; row++) {
      NaivePolicy.Chosen chosen =
          new NaivePolicy(config, actor)
              .choose(rows.observation(row), part(noise, batch.rows + row));
      loss += temperature * chosen.logProbability() / batch.rows;
      double[] input = NaiveRows.joined(rows.observation(row), chosen.action());
      for (int critic = 0; critic < count; critic++) {
        NaiveNetwork.Mask mask = masks.of(CriticDraws.actorPass(1), count, critic, row);
        double[] outputs = outputs(new NaiveNetwork(critics, "critics/", critic), input, mask);
        loss -= NaiveHead.value(variant(), outputs) / count / batch.rows;
      }
    }
    return loss;
  }

  private double[] judged(Arrays64 arrays, int critic, int row) {
    NaiveNetwork.Mask mask =
        masks.of(CriticDraws.criticPass(0), config.critics().count(), critic, row);
    double[] input = NaiveRows.joined(rows.observation(row), rows.action(row));
    return outputs(new NaiveNetwork(arrays, "critics/", critic), input, mask);
  }

  /** What each row is taught. */
  private NaiveHead.Target[] targets() {
    float[] returns = new float[batch.rows];
    draws.returns(0, returns, 0, batch.rows);
    NaiveHead.Target[] all = new NaiveHead.Target[batch.rows];
    for (int row = 0; row < batch.rows; row++) {
      NaivePolicy.Chosen next =
          new NaivePolicy(config, before).choose(rows.next(row), part(noise, row));
      double[] least = least(NaiveRows.joined(rows.next(row), next.action()), row);
      double entropy = config.entropy().backup() ? Math.exp(before.get("temperature/log")[0]) : 0;
      double value = NaiveHead.value(variant(), least);
      double std = least.length == 2 ? NaiveHead.std(least) : 0;
      double goesOn = config.discount() * (1 - batch.terminated[row]);
      double soft = value - entropy * next.logProbability();
      double expected = batch.reward[row] + goesOn * soft;
      all[row] = NaiveHead.Target.of(variant(), expected, expected + goesOn * std * returns[row]);
    }
    return all;
  }

  /** What the drawn target critic of least value says. */
  private double[] least(double[] input, int row) {
    double[] least = {};
    for (int i = 0; i < drawn.length; i++) {
      NaiveNetwork.Mask mask = masks.of(CriticDraws.targetPass(0), drawn.length, i, row);
      double[] outputs = outputs(new NaiveNetwork(before, "target/", drawn[i]), input, mask);
      boolean less =
          i == 0 || NaiveHead.value(variant(), outputs) < NaiveHead.value(variant(), least);
      least = less ? outputs : least;
    }
    return least;
  }

  private NaiveHead.Held[][] held() {
    NaiveHead.Held[][] all = new NaiveHead.Held[config.critics().count()][batch.rows];
    boolean gaussian = variant() instanceof CriticVariant.DsacT;
    for (int critic = 0; critic < all.length; critic++) {
      double[][] outputs = new double[batch.rows][];
      for (int row = 0; row < batch.rows; row++) {
        outputs[row] = judged(before, critic, row);
      }
      double std = gaussian ? running("spread/deviation", critic, outputs, 1) : 0;
      double variance = gaussian ? running("spread/variance", critic, outputs, 2) : 0;
      for (int row = 0; row < batch.rows; row++) {
        all[critic][row] = new NaiveHead.Held(outputs[row], std, variance);
      }
    }
    return all;
  }

  private double running(String name, int critic, double[][] outputs, int power) {
    double sum = 0;
    for (double[] row : outputs) {
      sum += Math.pow(NaiveHead.std(row), power);
    }
    double mean = sum / outputs.length;
    double old = before.get(name)[critic];
    return old == 0 ? mean : old + config.critics().tau() * (mean - old);
  }

  private double[] outputs(NaiveNetwork network, double[] input, NaiveNetwork.Mask mask) {
    double[] hidden = network.hidden(config.critics().layers(), input, mask);
    return network.dense("value", hidden, variant().outputs());
  }

  private CriticVariant variant() {
    return config.critics().variant();
  }

  private double[] part(double[] values, int row) {
    return Arrays.copyOfRange(values, row * batch.actions, (row + 1) * batch.actions);
  }
}
