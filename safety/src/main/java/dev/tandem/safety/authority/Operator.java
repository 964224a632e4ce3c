package dev.tandem.safety.authority;

import dev.tandem.runtime.time.HotPath;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;

/**
 * What a person may ask of the {@link Authority}, from any thread; granted or refused one a tick,
 * in the order in which it was asked for. A stop waits for nothing, what withholds takes back what
 * was asked for before it and is no stop, and reduced speed stands until it is withdrawn.
 */
public final class Operator {
  private static final AtomicReferenceFieldUpdater<Operator, Waiting> WAITING =
      AtomicReferenceFieldUpdater.newUpdater(Operator.class, Waiting.class, "waiting");

  private volatile Waiting waiting = Waiting.NOBODY;
  private final Consumer<String> record;
  private volatile boolean reduced;

  /**
   * @param record gets every wish in words, on the asking thread
   */
  public Operator(Consumer<String> record) {
    this.record = record;
  }

  /** Begins the self-test; when it is passed the robot is READY. */
  public Asked test() {
    return ask(Request.TEST, "self-test");
  }

  /** Powers the drives; refused while anything asks to hold or stop. */
  public Asked arm() {
    return ask(Request.ARM, "arm");
  }

  /** Takes power off a robot that nobody drives. */
  public Asked disarm() {
    return ask(Request.DISARM, "disarm");
  }

  /**
   * Ends a latched stop, whose cause must be gone: to READY or, after a stop of category 2, to
   * ARMED. The policy does not drive before {@link #handBack}.
   *
   * @param reason why this is safe, in a person's words, for the record
   */
  public Asked recover(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "recovery: expected why it is safe to go on, found no reason; give one");
    }
    return ask(Request.RECOVER, "recover: " + reason);
  }

  /**
   * Lets the policy drive when no person does; refused unless the robot is armed and not stopped.
   */
  public Asked handBack() {
    return ask(Request.HAND_BACK, "hand back to the policy");
  }

  /** Nobody drives, the set point comes to rest; the policy again after {@link #handBack}. */
  public Asked hold() {
    return ask(Request.HOLD, "hold");
  }

  /** A stop of category 2; latches like any other. */
  public Asked stop(String reason) {
    return ask(Request.STOP, "stop: " + reason);
  }

  /** A controlled stop, then power off: category 1; latches like any other. */
  public Asked emergencyStop(String reason) {
    return ask(Request.EMERGENCY_STOP, "emergency stop: " + reason);
  }

  /** The orderly end: as {@link #emergencyStop}, though nothing is wrong. */
  public Asked powerOff(String reason) {
    return ask(Request.EMERGENCY_STOP, "power off: " + reason);
  }

  /** Reduced speed from now on, whoever drives and whoever is near. */
  public void reduceSpeed() {
    record.accept("reduced speed");
    reduced = true;
  }

  /** Withdraws {@link #reduceSpeed}; while a person is near the speed stays reduced. */
  public void restoreSpeed() {
    record.accept("full speed");
    reduced = false;
  }

  private Asked ask(Request wish, String words) {
    Asked asked = new Asked(wish);
    Waiting before = waiting;
    Waiting after = before.with(asked);
    while (!WAITING.compareAndSet(this, before, after)) {
      before = waiting;
      after = before.with(asked);
    }
    before.overtakenIn(after);
    record.accept(words);
    if (after.has(asked)) {
      return asked;
    }
    Asked other = after.standingFor(wish);
    if (other == Asked.NOTHING) {
      asked.dropped(Asked.State.TOO_MANY);
      return asked;
    }
    return other;
  }

  @HotPath
  boolean wantsReducedSpeed() {
    return reduced;
  }

  /** Whose turn it is; tries again only when somebody asks at the same moment. */
  @HotPath
  Asked take() {
    Waiting now = waiting;
    while (!now.isEmpty() && !WAITING.compareAndSet(this, now, now.rest())) {
      now = waiting;
    }
    return now.first();
  }

  /** Nothing was asked for. */
  void forget() {
    waiting = Waiting.NOBODY;
  }
}
