package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoopCompanyTest {
  private static final int LOOKS = 200;

  @Test
  void restsWhileSomebodyLooks() throws Exception {
    AtomicBoolean working = new AtomicBoolean();
    AtomicInteger disturbed = new AtomicInteger();
    LoopCompany company = new LoopCompany();
    company.learner(() -> new Busy(working), 4, 2);
    for (int i = 0; i < LOOKS; i++) {
      company.restWhile(() -> disturbed.addAndGet(working.get() ? 1 : 0));
    }
    company.end();
    assertEquals(0, disturbed.get(), "looks at a learner in the middle of an update");
  }

  /** Updates nothing, for most of the time. */
  private record Busy(AtomicBoolean working) implements Learner {
    @Override
    public LearnerStats update(Batch batch) {
      working.set(true);
      LockSupport.parkNanos(20_000);
      working.set(false);
      return new LearnerStats();
    }

    @Override
    public int batchRows() {
      return 8;
    }

    @Override
    public long updates() {
      return 0;
    }

    @Override
    public Policy snapshot() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<NamedArray> export() {
      return List.of();
    }

    @Override
    public void restore(List<NamedArray> arrays) {}

    @Override
    public void close() {}
  }

  @Test
  void saysThatALearnerFailedAndDoesNotWaitForItForEver() throws Exception {
    LoopCompany company = new LoopCompany();
    IllegalStateException cause = new IllegalStateException("no engine");
    company.learner(
        () -> {
          throw cause;
        },
        4,
        2);
    Throwable thrown = assertThrows(IllegalStateException.class, company::end);
    assertEquals("no engine", Objects.requireNonNull(thrown.getCause()).getMessage());
  }
}
