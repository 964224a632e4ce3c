package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/** {@code tandem sim serve} in this process, on a port of its own, until it is ended. */
final class ServeRun implements AutoCloseable {
  private static final Pattern GREETING = Pattern.compile("on 127\\.0\\.0\\.1:([0-9]+)\\n");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Tandem tandem = new Tandem(stream(out), stream(err));
  private final Thread thread;
  private final int port;
  private volatile int exit = -1;

  private ServeRun(String... arguments) {
    List<String> all = new ArrayList<>(List.of("sim", "serve", "--port", "0"));
    all.addAll(List.of(arguments));
    thread = new Thread(() -> run(all), "sim serve");
    thread.start();
    port = awaitPort();
  }

  private void run(List<String> arguments) {
    exit = tandem.run(arguments.toArray(String[]::new));
    tandem.interrupt.ended();
  }

  /** Skips the test, with the reason, where the task's simulator is missing. */
  static ServeRun of(String... arguments) {
    return new ServeRun(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private int awaitPort() {
    while (true) {
      boolean over = !thread.isAlive();
      Matcher greeting = GREETING.matcher(out() + err());
      if (greeting.find()) {
        return Integer.parseInt(greeting.group(1));
      }
      if (over) {
        throw cannotServe();
      }
      Thread.onSpinWait();
    }
  }

  private RuntimeException cannotServe() {
    if (exit == ExitCode.MISSING.value && System.getenv("TANDEM_TESTS_SKIP_NOTHING") == null) {
      System.err.println("SKIPPED: " + err());
      return new TestAbortedException(err());
    }
    return new IllegalStateException("exit " + exit + ": " + err());
  }

  int port() {
    return port;
  }

  /** Where it listens, as a simulator. */
  String asSimulator() {
    return "remote:127.0.0.1:" + port;
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** As Ctrl-C does. */
  CommandLineRun end() {
    assertTrue(tandem.interrupt.ask(), "it did not end in time");
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a server was to end", e);
    }
    return new CommandLineRun(exit, out(), err());
  }

  @Override
  public void close() {
    end();
  }
}
