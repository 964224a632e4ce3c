package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.TaskEnvironment;
import dev.tandem.app.robot.Robot;
import dev.tandem.simbridge.remote.Message;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another program's learner gets when a world goes blind, also between two decisions. */
final class BlindEnvironmentTest {
  @ParameterizedTest
  @ValueSource(longs = {150, 198, 199, 200, 201, 202})
  void aWorldThatGoesBlindEndsItsEpisodeWithNumbersThatAreFinite(long tick) {
    try (TaskEnvironment environment =
        new TaskEnvironment(Robot.shipped(), new FaultyTask(tick, Integer.MAX_VALUE), "plant")) {
      assertFinite(environment.reset(1));
      int steps = 0;
      Message.Outcome outcome;
      do {
        outcome = environment.step(new double[environment.spec().action().size()]);
        steps++;
        assertFinite(outcome.observation());
        assertTrue(Double.isFinite(outcome.reward()), "step " + steps);
      } while (!outcome.truncated() && steps < 10);
      assertTrue(steps <= 3, "ended after " + steps);
      assertFalse(outcome.terminated() || outcome.success());
      assertFalse(outcome.stop().isEmpty());
    }
  }

  private static void assertFinite(double[] features) {
    assertEquals(0, Arrays.stream(features).filter(each -> !Double.isFinite(each)).count());
  }
}
