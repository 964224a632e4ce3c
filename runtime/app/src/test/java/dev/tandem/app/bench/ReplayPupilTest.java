package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.pendulum.Pendulum;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReplayPupilTest {
  private static final int ROWS = 8;

  /** Counts; its policy lets the motor rest. */
  private static final class CountingLearner implements Learner {
    private long updates;
    private boolean closed;

    @Override
    public int batchRows() {
      return ROWS;
    }

    @Override
    public LearnerStats update(Batch batch) {
      assertEquals(ROWS, batch.rows);
      updates++;
      return new LearnerStats(0, 0, 0, 0, 0);
    }

    @Override
    public long updates() {
      return updates;
    }

    @Override
    public Policy snapshot() {
      long version = updates;
      return new Policy() {
        @Override
        public void act(Tick tick, Observation observation, MutableAction action) {
          action.zero();
        }

        @Override
        public long version() {
          return version;
        }
      };
    }

    @Override
    public List<NamedArray> export() {
      return List.of(new NamedArray("weights", new int[] {3}, new float[3]));
    }

    @Override
    public void restore(List<NamedArray> arrays) {}

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void updatesOnceAStepAfterTheFirstOnesAndDrivesWithTheNewestPolicy() {
    CountingLearner learner = new CountingLearner();
    PolicySpaces spaces = PolicySpaces.of(new Pendulum());
    ReplayPupil pupil = new ReplayPupil(learner, spaces, ROWS, 50, new SplittableRandom(1), 1);
    new PendulumWorld().play(pupil, 0, 1);
    assertEquals(150, learner.updates());
    assertEquals(150, pupil.driver().version());
    // three weights, and 1,024 transitions of 2 x 3 features, action, reward and end
    assertEquals(4 * (3 + 1024 * 9), pupil.bytes());
    pupil.close();
    assertTrue(learner.closed);
  }
}
