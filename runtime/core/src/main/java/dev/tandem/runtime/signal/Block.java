package dev.tandem.runtime.signal;

/** Neighbouring channels {@code offset .. offset + size - 1} of a signal, resolved at assembly. */
public record Block(int offset, int size) {
  public Block {
    if (offset < 0 || size < 1) {
      throw new IllegalArgumentException("no such block: offset " + offset + ", size " + size);
    }
  }
}
