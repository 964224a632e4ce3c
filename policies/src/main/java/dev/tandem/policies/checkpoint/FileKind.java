package dev.tandem.policies.checkpoint;

import java.nio.charset.StandardCharsets;

/** What a file of named arrays is of. */
enum FileKind {
  CHECKPOINT("TANDEMCP", "a Tandem checkpoint"),
  ENCODER("TANDEMEN", "an encoder, which ./tandem encoder train writes");

  private final String mark;
  private final String words;

  FileKind(String mark, String words) {
    this.mark = mark;
    this.words = words;
  }

  /** What a file of this kind begins with. */
  byte[] mark() {
    return mark.getBytes(StandardCharsets.US_ASCII);
  }

  /** What it is, with its article. */
  String words() {
    return words;
  }
}
