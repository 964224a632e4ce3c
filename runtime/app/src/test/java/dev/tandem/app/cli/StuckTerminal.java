package dev.tandem.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Takes nothing until it goes on, as one after Ctrl-S does, or a pipe that is full. */
final class StuckTerminal extends OutputStream {
  private final CountDownLatch goesOn = new CountDownLatch(1);

  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  void goOn() {
    goesOn.countDown();
  }

  @Override
  public void write(int next) throws IOException {
    try {
      goesOn.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
