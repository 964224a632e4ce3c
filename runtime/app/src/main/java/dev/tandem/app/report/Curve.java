package dev.tandem.app.report;

import dev.tandem.app.train.RunListener;
import java.nio.file.Path;

/** {@code curve.png}: how learning went, in one picture. */
interface Curve extends RunListener {
  /** Writes the picture; nothing when there is nothing to show. */
  void write(Path file);
}
