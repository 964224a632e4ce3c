package dev.tandem.safety.watchdog;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/**
 * Hears what a program says, a line at a time, to its end: a program whose words nobody takes comes
 * to stand where it speaks. A long line is cut.
 *
 * @param words of the program
 * @param say gets each line; returns at once
 */
record ProgramWords(Reader words, Consumer<String> say) implements Runnable {
  static final int MOST_CHARACTERS = 500;

  @Override
  public void run() {
    StringBuilder line = new StringBuilder();
    try (words) {
      for (int next = words.read(); next >= 0; next = words.read()) {
        if (next == '\n') {
          tell(line);
        } else if (line.length() < MOST_CHARACTERS) {
          line.append((char) next);
        }
      }
    } catch (IOException e) {
      line.append(" (and no more: ").append(e.getMessage()).append(')');
    }
    tell(line);
  }

  private void tell(StringBuilder line) {
    if (!line.isEmpty()) {
      say.accept("stop command: " + line);
      line.setLength(0);
    }
  }
}
