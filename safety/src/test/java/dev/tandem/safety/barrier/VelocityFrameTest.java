package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VelocityFrameTest {
  private final VelocityFrame frame = new VelocityFrame();

  private double dot(int first, int second) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum += frame.axes[3 * first + k] * frame.axes[3 * second + k];
    }
    return sum;
  }

  private void turn(double... velocity) {
    frame.turn(velocity, Math.sqrt(MovingArm.dot(velocity, velocity)));
    for (int first = 0; first < 3; first++) {
      for (int second = 0; second < 3; second++) {
        assertEquals(first == second ? 1 : 0, dot(first, second), 1e-12);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0",
    "0, 1, 0",
    "0, 0, 1",
    "-2, 0, 0",
    "0, -2, 0",
    "0, 0, -2",
    "1, 1, 0",
    "1, 0, 1",
    "0, 1, 1",
    "1, 1, 1",
    "0.3, -0.4, 0.5",
    "2e-6, 0, -2e-6"
  })
  void hasOneAxisAlongTheVelocityAndTwoAcrossIt(double x, double y, double z) {
    turn(x, y, z);
    double speed = Math.sqrt(x * x + y * y + z * z);
    assertEquals(x / speed, frame.axes[0], 1e-12);
    assertEquals(y / speed, frame.axes[1], 1e-12);
    assertEquals(z / speed, frame.axes[2], 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 0, 0.9e-6", "0, -0.9e-6, 0"})
  void whatHardlyMovesIsLookedAtAlongX(double x, double y, double z) {
    turn(x, y, z);
    assertEquals(1, frame.axes[0]);
  }
}
