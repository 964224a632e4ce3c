package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoopCompanyTest {
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
