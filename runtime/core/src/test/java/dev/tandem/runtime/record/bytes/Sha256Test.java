package dev.tandem.runtime.record.bytes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of FIPS 180-2, appendix B, and of nothing. */
class Sha256Test {
  @Test
  void isTheStandards() {
    assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256.hex());
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Sha256.hex("abc".getBytes(US_ASCII)));
  }

  @Test
  void takesPiecesOneAfterTheOther() {
    byte[] whole = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".getBytes(US_ASCII);
    byte[] begin = "abcdbcdecdefdefgefghfghighijhijk".getBytes(US_ASCII);
    byte[] end = "ijkljklmklmnlmnomnopnopq".getBytes(US_ASCII);
    String expected = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
    assertEquals(expected, Sha256.hex(whole));
    assertEquals(expected, Sha256.hex(begin, end));
    assertArrayEquals(HexFormat.of().parseHex(expected), Sha256.of(begin, end));
  }
}
