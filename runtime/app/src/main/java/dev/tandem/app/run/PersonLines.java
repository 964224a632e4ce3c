package dev.tandem.app.run;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.safety.authority.Operator;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a person says, a line each, read on a thread of its own and handed over to the control
 * thread as a request; nothing here waits for it, and it waits for nothing here.
 */
final class PersonLines implements Runnable {
  static final String WORDS =
      "recover REASON, arm, go, hold, slow, fast, disarm, stop [REASON], estop [REASON]";
  private static final int MOST_TOLD = 60;

  /** What is left, for whoever stands beside the robot. */
  static final String ENDED =
      "standard input has ended: nobody can say stop here any more; Ctrl-C or SIGTERM ends the run,"
          + " and a watchdog, where one keeps watch, stops the drives when the run falls silent";

  private static final String NO_REASON = "a person asked for it";

  private static final Set<String> TAKES_REASON = Set.of("recover", "stop", "estop");

  /** It may begin with any word, and is none of them. */
  private static final String PROSE = "prose";

  /** Words that are no reason not to start by itself. */
  private static final Set<String> LETS_IT_START = Set.of("", "go", "slow", "fast");

  private final SpokenLines lines;
  private final Operator operator;
  private final Supplier<Mode> mode;
  private final Consumer<String> say;
  private final Consumer<String> tell;
  private final Answers answers;
  private volatile boolean present = true;
  private volatile boolean spoke;

  /**
   * Reads until the input ends.
   *
   * @param mode of the robot now
   * @param say tells the person, a line each
   * @param record keeps what came of each wish, what was none, and that the input ended, for
   *     whoever reads of it later
   */
  PersonLines(
      BufferedReader lines,
      Operator operator,
      Supplier<Mode> mode,
      Consumer<String> say,
      Consumer<String> record) {
    this.lines = new SpokenLines(lines);
    this.operator = operator;
    this.mode = mode;
    this.say = say;
    this.tell = say.andThen(record);
    this.answers = new Answers(tell);
  }

  @Override
  public void run() {
    try {
      listen();
      tell.accept(ENDED);
    } catch (IOException e) {
      fail(e);
    } catch (RuntimeException | Error e) { // whatever it is: nobody else hears this person
      fail(e);
    } finally {
      present = false;
    }
  }

  private void listen() throws IOException {
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (lines.wasTooLong()) {
        spoke = true;
        notUnderstood(line.get());
      } else {
        hear(line.get().strip());
      }
    }
  }

  /** A robot with power is not left with nobody who can say stop, when nobody meant to leave. */
  private void fail(Throwable cause) {
    if (mode.get().isPowered()) {
      answers.expect(Wish.STOP, operator.stop("standard input failed: " + cause));
    }
    tell.accept("standard input cannot be read any more, nobody is heard from now on: " + cause);
  }

  private void hear(String line) {
    String[] words = line.split("\\s+", 2);
    String reason = words.length > 1 ? words[1] : "";
    String word = words[0].toLowerCase(Locale.ROOT);
    boolean prose = !reason.isEmpty() && !TAKES_REASON.contains(word);
    spoke |= prose || !LETS_IT_START.contains(word);
    switch (prose ? PROSE : word) {
      case "" -> {}
      case "recover" -> recover(reason);
      case "arm" -> arm();
      case "go" -> answers.expect(Wish.GO, operator.handBack());
      case "hold" -> answers.expect(Wish.HOLD, operator.hold());
      case "disarm" -> answers.expect(Wish.DISARM, operator.disarm());
      case "slow" -> speed("slow: reduced speed from now on", operator::reduceSpeed);
      case "fast" -> speed("fast: full speed while nobody is near", operator::restoreSpeed);
      case "stop" -> stop(Misheard.stop(reason).orElse(Wish.STOP), given(reason));
      case "estop" -> stop(Wish.ESTOP, given(reason));
      default -> notUnderstood(line);
    }
  }

  /**
   * Whatever sounds like a stop is one. Whoever says anything else to a robot that has power, or
   * has just been asked for something, more likely wants it to stop than to go on.
   */
  private void notUnderstood(String whole) {
    String line = whole.substring(0, Math.min(whole.length(), MOST_TOLD));
    Optional<Wish> meant = Misheard.stop(whole);
    boolean moves = answers.isExpected() || (mode.get().isPowered() && !mode.get().isStop());
    if (meant.isEmpty() && moves) {
      meant = Optional.of(Wish.STOP);
    }
    meant.ifPresent(wish -> stop(wish, "not understood: " + line));
    String taken = meant.map(wish -> "; taken for " + wish.word()).orElse("");
    tell.accept("standard input: expected " + WORDS + ", found " + line + taken);
  }

  private void stop(Wish wish, String reason) {
    answers.expect(
        wish, wish == Wish.ESTOP ? operator.emergencyStop(reason) : operator.stop(reason));
  }

  private void speed(String answer, Runnable asking) {
    asking.run();
    say.accept(answer);
  }

  private void recover(String reason) {
    Optional<Wish> meant = Misheard.stopAtTheEndOf(reason);
    if (reason.isEmpty()) {
      tell.accept("recover: expected why it is safe to go on, found nothing; recover REASON");
    } else if (meant.isPresent()) {
      stop(meant.get(), "not understood: recover " + reason);
      tell.accept(
          "recover: expected a reason, found one that ends in a word for stop; taken for "
              + meant.get().word()
              + ", end it otherwise to recover");
    } else {
      answers.expect(Wish.RECOVER, operator.recover(reason));
    }
  }

  /** A robot that is off is tested first. */
  private void arm() {
    if (mode.get() == Mode.OFF) {
      say.accept("arm: the self-test comes first; once the mode is READY, arm again");
      answers.expect(Wish.TEST, operator.test());
    } else {
      answers.expect(Wish.ARM, operator.arm());
    }
  }

  private static String given(String reason) {
    return reason.isEmpty() ? NO_REASON : reason;
  }

  /** What came of what was asked for. */
  Answers answers() {
    return answers;
  }

  /** False once the input has ended: nobody will say anything any more. */
  boolean isPresent() {
    return present;
  }

  /** True once the person has said anything that a robot should not start after by itself. */
  boolean spoke() {
    return spoke;
  }
}
