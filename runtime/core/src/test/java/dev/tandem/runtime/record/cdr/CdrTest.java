package dev.tandem.runtime.record.cdr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.record.bytes.FormatException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CdrTest {
  private final CdrWriter writer = new CdrWriter().begin();

  @Test
  void alignsEachNumberToItsSizeBehindTheHeader() {
    writer.uint8(7).int32(1).bool(true).int64(-2).uint8(9).float64(1.5);

    assertEquals(
        "00010000"
            + "07000000"
            + "01000000"
            + "0100000000000000"
            + "feffffffffffffff"
            + "0900000000000000"
            + "000000000000f83f",
        hex());
  }

  @Test
  void endsStringsWithAZeroThatTheirLengthCounts() {
    writer.string("ab").string("");

    assertEquals("00010000" + "03000000" + "61620000" + "01000000" + "00", hex());
  }

  @Test
  void doesNotPadAnEmptySequenceOfDoubles() {
    writer.float64s(new double[0]).uint8(5);

    assertEquals("00010000" + "00000000" + "05", hex());
  }

  @Test
  void readsBackWhatItWrote() throws FormatException {
    writer.bool(false).string("über").strings(List.of("a", "", "bcd"));
    writer.float64s(new double[] {1, Double.NaN, -0.0}).float32s(new float[] {2.5f}).bool(true);

    CdrReader reader = new CdrReader(message());

    assertFalse(reader.bool());
    assertEquals("über", reader.string());
    assertEquals(List.of("a", "", "bcd"), reader.strings());
    assertArrayEquals(new double[] {1, Double.NaN, -0.0}, reader.float64s());
    assertArrayEquals(new float[] {2.5f}, reader.float32s());
    assertTrue(reader.bool());
  }

  @Test
  void writesPartOfAnArray() throws FormatException {
    writer.float64s(new double[] {1, 2, 3, 4}, 1, 2);

    assertArrayEquals(new double[] {2, 3}, new CdrReader(message()).float64s());
  }

  @Test
  void startsAfreshWithEachMessage() {
    writer.string("something long").begin().uint8(1);

    assertEquals("0001000001", hex());
  }

  @Test
  void saysHowMuchIsMissingOfACutMessage() throws FormatException {
    writer.int64(1);
    CdrReader reader = new CdrReader(Arrays.copyOf(message(), 8));

    var thrown = assertThrows(FormatException.class, reader::int64);

    assertEquals("byte 4: expected 8 more, found 4", thrown.getMessage());
  }

  @Test
  void refusesASequenceLongerThanItsMessage() throws FormatException {
    writer.int32(1_000_000_000);

    var thrown = assertThrows(FormatException.class, new CdrReader(message())::float64s);

    assertEquals("sequence: 1000000000 elements do not fit into 0 bytes", thrown.getMessage());
  }

  @Test
  void refusesAnotherEncoding() {
    var thrown =
        assertThrows(FormatException.class, () -> new CdrReader(new byte[] {0, 0, 0, 0, 1}));

    assertEquals(
        "message header: expected little-endian CDR 0x100, found 0x0", thrown.getMessage());
  }

  private byte[] message() {
    return Arrays.copyOf(writer.array(), writer.size());
  }

  private String hex() {
    return HexFormat.of().formatHex(message());
  }
}
