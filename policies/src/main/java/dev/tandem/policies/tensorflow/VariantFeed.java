package dev.tandem.policies.tensorflow;

import static dev.tandem.policies.tensorflow.TensorFlowSession.name;

import dev.tandem.policies.sac.CriticDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.Session;

/** Draws and feeds what {@link VariantInputs} take. */
final class VariantFeed implements AutoCloseable {
  private final List<Slot> slots = new ArrayList<>();
  private final CriticDraws draws = new CriticDraws();

  private record Slot(VariantInputs.Feed feed, FloatTensor tensor, float[] values) {}

  VariantFeed(VariantInputs inputs) {
    for (VariantInputs.Feed feed : inputs.feeds()) {
      slots.add(
          new Slot(
              feed,
              new FloatTensor(feed.placeholder().shape()),
              new float[(int) feed.placeholder().shape().size()]));
    }
  }

  /**
   * Adds to what {@code runner} is fed.
   *
   * @param random of this update, from which everything else has been drawn
   */
  void feed(Session.Runner runner, RandomGenerator random) {
    if (slots.isEmpty()) {
      return;
    }
    draws.begin(random.nextLong());
    for (Slot slot : slots) {
      slot.feed().fill().from(draws, slot.values());
      runner.feed(name(slot.feed().placeholder()), slot.tensor().filledWith(slot.values()));
    }
  }

  @Override
  public void close() {
    slots.forEach(slot -> slot.tensor().close());
  }
}
