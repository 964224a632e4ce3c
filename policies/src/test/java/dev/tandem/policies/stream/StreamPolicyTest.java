package dev.tandem.policies.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.jvm.kernel.RowWeights;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An actor that asks for the same everywhere, with actions from -2 to 4 N. */
class StreamPolicyTest {
  private static final int FEATURES = 3;

  private final PolicySpaces spaces = TestSpaces.of(FEATURES, 1);

  private StreamPolicy asking(float mean, float beforeSoftplus) {
    StreamShape shape = new StreamShape(FEATURES, List.of(4), 2);
    StreamNetwork network = EligibilityTraces.of(shape, 1, 1).network;
    RowWeights last = network.layers[1].weights();
    network.slab()[last.row(4)] = mean;
    network.slab()[last.row(4) + 1] = beforeSoftplus;
    return new StreamPolicy(spaces, new StreamActor(network, new RunningMoments(FEATURES)));
  }

  private double act(Policy policy) {
    MutableAction action = new MutableAction(spaces.action());
    policy.act(
        new MutableTick(1_000_000),
        new MutableObservation(TestSpaces.observationSpec(FEATURES)),
        action);
    return action.get(0);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 2.5", "1, 4", "1.7, 4", "-0.5, -0.5", "-1, -2", "-30, -2"})
  void theMeanIsCutToTheActionsBounds(float mean, double newtons) {
    assertEquals(newtons, act(asking(mean, 0)), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 5.5", "-1.5, -3.5"})
  void whatIsDrawnIsAskedForAlsoBeyondTheBounds(float mean, double newtons) {
    Policy exploring = asking(mean, -80).exploring(new SplittableRandom(1));
    assertEquals(newtons, act(exploring), 1e-6);
  }

  @Test
  void asksForTheSameAgainWhenItDoesNotExplore() {
    Policy policy = asking(0.25f, 3);
    assertEquals(act(policy), act(policy));
  }
}
