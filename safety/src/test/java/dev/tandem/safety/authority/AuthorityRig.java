package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** An authority over two joints, with all that it hears, at 1 kHz; the policy drives at first. */
abstract class AuthorityRig {
  static final long PERIOD_NANOS = 1_000_000;
  private static final SignalSpec OBSERVATION =
      new SignalSpec("arm", SignalSpec.block("qd", "rad/s", 2));
  private static final SignalSpec COMMAND =
      new SignalSpec("drives", SignalSpec.block("tau", "Nm", 2));

  final Told first;
  final Told second;
  final List<String> record = new ArrayList<>();
  final Operator operator = new Operator(record::add);
  final LoopHealth health = new LoopHealth();
  final MutableObservation observation = new MutableObservation(OBSERVATION);
  Authority authority;
  long index;
  private final MutableTick tick = new MutableTick(PERIOD_NANOS);
  private final MutableCommand command = new MutableCommand(COMMAND);

  /** Two monitors, asked in this order, that watch for these. */
  AuthorityRig(AuthorityConfig config, Fault first, Fault second) {
    this.first = new Told(first);
    this.second = new Told(second);
    this.authority = of(config);
  }

  final Authority of(AuthorityConfig config) {
    return new Authority(OBSERVATION, config, List.of(first, second), operator);
  }

  @BeforeEach
  void runThePolicy() {
    authority.restart();
    assertEquals(Mode.RUN_POLICY, tick());
  }

  Mode tick() {
    tick.set(index, index * PERIOD_NANOS, 0);
    index++;
    return authority.update(tick, observation, health, command);
  }

  Mode ticks(int count) {
    for (int i = 1; i < count; i++) {
      tick();
    }
    return tick();
  }
}
