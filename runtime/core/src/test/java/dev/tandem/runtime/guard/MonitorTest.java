package dev.tandem.runtime.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import org.junit.jupiter.api.Test;

class MonitorTest {
  private int restarts;

  private final Monitor forgetful =
      new Monitor() {
        @Override
        public Fault fault() {
          return Fault.CONTACT;
        }

        @Override
        public Reaction inspect(
            Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
          return Reaction.NONE;
        }

        @Override
        public void restart() {
          restarts++;
        }
      };

  @Test
  void aRecoveryForgetsAsMuchAsARestartUnlessAMonitorSaysOtherwise() {
    forgetful.recovered();
    assertEquals(1, restarts);
  }
}
