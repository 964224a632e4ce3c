package dev.tandem.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program named python3 that does as its script says. */
final class FakePython {
  /** Answers {@code import torch} and takes 2.5 ms an update. */
  static final String WITH_TORCH =
      """
      case "$2" in
        *Learner*) echo openblas; echo 2.5 ;;
        *) echo 9.9.9 ;;
      esac
      """;

  static final String WITHOUT_TORCH =
      """
      echo "Traceback" >&2
      echo "ModuleNotFoundError: No module named 'torch'" >&2
      exit 1
      """;

  private FakePython() {}

  /** Puts {@code script} into a new folder of {@code directory}; returns the program. */
  static Path in(Path directory, String script) throws IOException {
    Path program = Files.createTempDirectory(directory, "bin").resolve("python3");
    Files.writeString(program, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }
}
