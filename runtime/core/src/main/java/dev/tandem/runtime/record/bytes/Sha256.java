package dev.tandem.runtime.record.bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** FIPS 180-4's SHA-256, by which files are told apart. */
public final class Sha256 {
  private Sha256() {}

  /** 32 bytes, of these pieces one after the other. */
  public static byte[] of(byte[]... pieces) {
    MessageDigest digest = digest();
    for (byte[] piece : pieces) {
      digest.update(piece);
    }
    return digest.digest();
  }

  /** The same in 64 lower-case hexadecimal digits. */
  public static String hex(byte[]... pieces) {
    return HexFormat.of().formatHex(of(pieces));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
