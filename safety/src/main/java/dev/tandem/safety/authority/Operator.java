package dev.tandem.safety.authority;

import java.util.function.Consumer;

/**
 * What somebody may ask of the {@link Authority}, from any thread; granted or refused one a tick,
 * in the order in which it was asked for. A stop waits for nothing, what withholds takes back what
 * was asked for before it and is no stop, and reduced speed stands until it is withdrawn.
 */
public final class Operator {
  private final Wishes wishes;
  private final Consumer<String> record;

  /**
   * Whoever asks first.
   *
   * @param record gets every wish in words, on the asking thread
   */
  public Operator(Consumer<String> record) {
    this(new Wishes(), record);
  }

  private Operator(Wishes wishes, Consumer<String> record) {
    this.wishes = wishes;
    this.record = record;
  }

  /**
   * Somebody else at the same robot.
   *
   * @param who told in the record before each wish: a person's word and a program's must not look
   *     alike there
   */
  public Operator as(String who) {
    return new Operator(wishes, words -> record.accept(who + ": " + words));
  }

  /** Begins the self-test; when it is passed the robot is READY. */
  public Asked test() {
    return ask(Request.TEST, "self-test");
  }

  /** Powers the drives; refused while the arm moves, or anything asks to hold or stop. */
  public Asked arm() {
    return ask(Request.ARM, "arm");
  }

  /**
   * Takes power off: at once where the robot stands and nobody drives it, else as {@link
   * #emergencyStop}, braked first and latched.
   */
  public Asked disarm() {
    return ask(Request.DISARM, "disarm");
  }

  /**
   * Ends a latched stop, whose cause must be gone and which must have brought the robot to rest: to
   * READY or, after a stop of category 2, to ARMED. The policy does not drive before {@link
   * #handBack}.
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
    wishes.reduce(true);
  }

  /** Withdraws {@link #reduceSpeed}; while a person is near the speed stays reduced. */
  public void restoreSpeed() {
    record.accept("full speed");
    wishes.reduce(false);
  }

  private Asked ask(Request wish, String words) {
    return wishes.ask(new Asked(wish), () -> record.accept(words));
  }

  /** What all have asked for who are this one, or {@link #as} somebody else. */
  Wishes wishes() {
    return wishes;
  }
}
