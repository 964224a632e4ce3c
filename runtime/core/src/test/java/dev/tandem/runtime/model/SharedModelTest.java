package dev.tandem.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class SharedModelTest {
  private static final double[] HERE = {0.1, 0.2};
  private static final double[] SLOW = {0.3, 0.4};

  private final CountedModel inner = new CountedModel();
  private final SharedModel model = new SharedModel(inner);
  private final double[] two = new double[2];
  private final double[] four = new double[4];

  @Test
  void calculatesOnceForAllWhoAskAboutTheSamePositions() {
    for (int reader = 0; reader < 5; reader++) {
      model.update(HERE.clone(), 0);
      model.massMatrix(four);
      model.biasTorque(SLOW.clone(), 0, two);
    }
    assertEquals(1, inner.updates);
    assertEquals(1, inner.masses);
    assertEquals(1, inner.biases);
    assertArrayEquals(new double[] {0.1, 0.2, 0.1, 0.2}, four);
    assertArrayEquals(new double[] {0.1 + 0.3, 0.2 + 0.4}, two);
  }

  @Test
  void calculatesNothingThatNobodyAsksFor() {
    model.update(HERE, 0);
    model.toolInBase(new double[16]);
    model.linkInBase(1, new double[16]);
    model.jacobian(new double[12]);
    assertEquals(0, inner.masses + inner.biases);
  }

  @Test
  void calculatesAnewAsSoonAsOnePositionIsAnother() {
    ask(HERE, SLOW);
    ask(new double[] {0.1, Math.nextUp(0.2)}, SLOW);
    assertEquals(2, inner.updates);
    assertEquals(2, inner.masses);
    assertEquals(2, inner.biases);
    assertArrayEquals(new double[] {0.1, Math.nextUp(0.2), 0.1, Math.nextUp(0.2)}, four);
    ask(HERE, SLOW);
    assertEquals(3, inner.updates);
  }

  @Test
  void calculatesTheBiasAnewForOtherSpeedsAndNothingElse() {
    ask(HERE, SLOW);
    ask(HERE, new double[] {0.3, 0});
    assertArrayEquals(new double[] {0.1 + 0.3, 0.2}, two);
    assertEquals(2, inner.biases);
    assertEquals(1, inner.updates);
    assertEquals(1, inner.masses);
  }

  @Test
  void tellsTheZerosApartAndKnowsWhatIsNoNumberAgain() {
    model.update(new double[] {0.0, Double.NaN}, 0);
    model.update(new double[] {-0.0, Double.NaN}, 0);
    assertEquals(2, inner.updates);
    model.update(new double[] {-0.0, Double.NaN}, 0);
    assertEquals(2, inner.updates);
  }

  @Test
  void isNotLedAstrayByAnArrayThatItsOwnerGoesOnWritingTo() {
    double[] q = HERE.clone();
    double[] qd = SLOW.clone();
    ask(q, qd);
    q[0] = 1;
    qd[0] = 1;
    ask(q, qd);
    assertArrayEquals(new double[] {2, 0.2 + 0.4}, two);
    assertArrayEquals(new double[] {1, 0.2, 1, 0.2}, four);
  }

  @Test
  void handsOutCopiesThatAReaderMayWriteTo() {
    ask(HERE, SLOW);
    four[0] = -1;
    two[0] = -1;
    ask(HERE, SLOW);
    assertArrayEquals(new double[] {0.1, 0.2, 0.1, 0.2}, four);
    assertArrayEquals(new double[] {0.1 + 0.3, 0.2 + 0.4}, two);
  }

  @Test
  void readsFromWhereItIsTold() {
    model.update(new double[] {9, 9, 0.1, 0.2}, 2);
    model.massMatrix(four);
    model.biasTorque(new double[] {9, 0.3, 0.4}, 1, two);
    assertArrayEquals(new double[] {0.1, 0.2, 0.1, 0.2}, four);
    assertArrayEquals(new double[] {0.1 + 0.3, 0.2 + 0.4}, two);
    ask(HERE, SLOW);
    assertEquals(1, inner.updates);
    assertEquals(1, inner.biases);
  }

  @Test
  void allocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] q = HERE.clone();
    for (int i = 0; i < 1000; i++) {
      q[0] = i;
      ask(q, SLOW);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      q[0] = i;
      ask(q, SLOW);
    }
    assertEquals(before, threads.getCurrentThreadAllocatedBytes());
  }

  private void ask(double[] q, double[] qd) {
    model.update(q, 0);
    model.massMatrix(four);
    model.biasTorque(qd, 0, two);
  }

  /** Two joints; mass is where they are, twice, and bias adds their speeds. */
  private static final class CountedModel implements RobotModel {
    private final double[] at = new double[2];
    private int updates;
    private int masses;
    private int biases;

    @Override
    public int joints() {
      return 2;
    }

    @Override
    public JointLimits limits(int joint) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public void update(double[] q, int offset) {
      System.arraycopy(q, offset, at, 0, 2);
      updates++;
    }

    @Override
    public void toolInBase(double[] out) {
      out[3] = at[0];
    }

    @Override
    public void linkInBase(int joint, double[] out) {
      out[3] = at[joint];
    }

    @Override
    public void jacobian(double[] out) {
      out[0] = at[0];
    }

    @Override
    public void massMatrix(double[] out) {
      System.arraycopy(at, 0, out, 0, 2);
      System.arraycopy(at, 0, out, 2, 2);
      masses++;
    }

    @Override
    public void biasTorque(double[] qd, int offset, double[] out) {
      for (int i = 0; i < 2; i++) {
        out[i] = at[i] + qd[offset + i];
      }
      biases++;
    }
  }
}
