package dev.tandem.simbridge.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What somebody does to a file that is being written, who does not know that. */
public final class MisplacedFile {
  private final Path file;
  private final Path elsewhere;

  public MisplacedFile(Path file) {
    this.file = file;
    this.elsewhere = file.resolveSibling(file.getFileName() + ".moved");
  }

  public void delete() {
    attempt(() -> Files.delete(file));
  }

  /** It goes by another name until {@link #moveBack}. */
  public void moveAway() {
    attempt(() -> Files.move(file, elsewhere));
  }

  public void moveBack() {
    attempt(() -> Files.move(elsewhere, file));
  }

  /** Another file, empty, has its name; it has another until {@link #moveBack}. */
  public void replace() {
    moveAway();
    attempt(() -> Files.createFile(file));
  }

  private void attempt(Deed deed) {
    try {
      deed.run();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to move " + file, e);
    }
  }

  private interface Deed {
    void run() throws IOException;
  }
}
