package dev.tandem.safety.authority;

import dev.tandem.runtime.time.HotPath;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What a person may ask of the {@link Authority}, from any thread; granted or refused in the next
 * tick. The last wish counts, but a stop that was asked for is never taken back by another wish,
 * and reduced speed stands until it is withdrawn.
 */
public final class Operator {
  private final AtomicReference<Request> request = new AtomicReference<>(Request.NONE);
  private final Consumer<String> record;
  private volatile boolean reduced;

  /**
   * @param record gets every wish in words, on the asking thread
   */
  public Operator(Consumer<String> record) {
    this.record = record;
  }

  /** Begins the self-test; when it is passed the robot is READY. */
  public void test() {
    ask(Request.TEST, "self-test");
  }

  /** Powers the drives; refused while anything asks to hold or stop. */
  public void arm() {
    ask(Request.ARM, "arm");
  }

  /** Takes power off a robot that nobody drives. */
  public void disarm() {
    ask(Request.DISARM, "disarm");
  }

  /**
   * Ends a latched stop, whose cause must be gone: to READY or, after a stop of category 2, to
   * ARMED. The policy does not drive before {@link #handBack}.
   *
   * @param reason why this is safe, in a person's words, for the record
   */
  public void recover(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "recovery: expected why it is safe to go on, found no reason; give one");
    }
    ask(Request.RECOVER, "recover: " + reason);
  }

  /**
   * Lets the policy drive when no person does; refused unless the robot is armed and not stopped.
   */
  public void handBack() {
    ask(Request.HAND_BACK, "hand back to the policy");
  }

  /** Nobody drives, the set point comes to rest; the policy again after {@link #handBack}. */
  public void hold() {
    ask(Request.HOLD, "hold");
  }

  /** A stop of category 2; latches like any other. */
  public void stop(String reason) {
    ask(Request.STOP, "stop: " + reason);
  }

  /** A controlled stop, then power off: category 1; latches like any other. */
  public void emergencyStop(String reason) {
    ask(Request.EMERGENCY_STOP, "emergency stop: " + reason);
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

  private void ask(Request wish, String words) {
    request.accumulateAndGet(wish, (before, asked) -> asked.after(before));
    record.accept(words);
  }

  @HotPath
  boolean wantsReducedSpeed() {
    return reduced;
  }

  @HotPath
  Request take() {
    return request.get() == Request.NONE ? Request.NONE : request.getAndSet(Request.NONE);
  }
}
