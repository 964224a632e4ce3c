package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class InterruptTest {
  private final Interrupt interrupt = new Interrupt();

  @Test
  void tellsTheRunThatWatches() {
    BooleanSupplier stop = interrupt.watch();
    assertFalse(stop.getAsBoolean());
    interrupt.ended();
    interrupt.ask();
    assertTrue(stop.getAsBoolean());
  }

  @Test
  @Timeout(5)
  void holdsNothingUpWhenNoRunWatches() {
    assertTrue(interrupt.ask());
  }

  @Test
  void waitsForTheRunThatWatches() throws Exception {
    BooleanSupplier stop = interrupt.watch();
    CompletableFuture<Boolean> asked = CompletableFuture.supplyAsync(interrupt::ask);
    while (!stop.getAsBoolean()) {
      Thread.onSpinWait();
    }
    assertFalse(asked.isDone());
    interrupt.ended();
    assertTrue(asked.get(30, TimeUnit.SECONDS));
  }

  @Test
  void saysThatARunDidNotEndInTimeAndElseNothing() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    Interrupt impatient = new Interrupt(Duration.ZERO);
    impatient.ask(err);
    assertEquals("", said.toString(StandardCharsets.UTF_8), "nobody watches");
    impatient.watch();
    impatient.ask(err);
    String line = said.toString(StandardCharsets.UTF_8);
    assertTrue(line.startsWith("tandem: the run did not end within 0 s"), line);
    said.reset();
    impatient.ended();
    impatient.ask(err);
    assertEquals("", said.toString(StandardCharsets.UTF_8));
  }

  /** As where a terminal stands still: what was to be said is no reason to live on. */
  @Test
  void doesNotWaitForATerminalThatTakesNothing() throws Exception {
    StuckTerminal terminal = new StuckTerminal();
    Interrupt impatient = new Interrupt(Duration.ZERO);
    impatient.watch();
    Thread asking = Thread.ofPlatform().start(() -> impatient.ask(terminal.stream()));
    boolean ended = asking.join(Duration.ofSeconds(30));
    terminal.goOn();
    assertTrue(ended);
  }
}
