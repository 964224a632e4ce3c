package dev.tandem.app.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/**
 * Lines of an input that may send anything, also one without an end: of each no more is kept than a
 * person says at once.
 */
final class SpokenLines {
  static final int MOST_CHARS = 1000;

  private static final int END = -1;

  private final BufferedReader input;
  private boolean tooLong;

  SpokenLines(BufferedReader input) {
    this.input = input;
  }

  /**
   * Waits for the next line; empty once the input has ended. One that is too long comes cut, as
   * soon as it is too long: its end may never come.
   */
  Optional<String> next() throws IOException {
    if (tooLong) {
      skip();
    }
    StringBuilder line = new StringBuilder();
    int read = input.read();
    boolean ended = read == END;
    while (!endsLine(read) && line.length() < MOST_CHARS) {
      line.append((char) read);
      read = input.read();
    }
    tooLong = !endsLine(read);
    return ended ? Optional.empty() : Optional.of(line.toString());
  }

  /** True when {@link #next} has left something out. */
  boolean wasTooLong() {
    return tooLong;
  }

  private void skip() throws IOException {
    int read = input.read();
    while (!endsLine(read)) {
      read = input.read();
    }
  }

  private static boolean endsLine(int read) {
    return read == '\n' || read == '\r' || read == END;
  }
}
