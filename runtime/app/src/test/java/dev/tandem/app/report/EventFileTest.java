package dev.tandem.app.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

final class EventFileTest {
  private static final InstantSource NEW_YEAR =
      InstantSource.fixed(Instant.ofEpochSecond(1767225600L, 500_000_000));

  @TempDir Path folder;

  /** {@code golden/events.hex}, made by {@code golden/events.py}; byte for byte. */
  @Test
  void writesWhatAnIndependentWriterWrites() throws IOException {
    try (EventFile events = new EventFile(folder, NEW_YEAR)) {
      events.scalars(300, Map.of("training/success_rate", 0.25));
    }
    assertArrayEquals(golden(), bytes());
  }

  @Test
  void masksTheChecksum() {
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
    int crc = 0xe3069283;
    assertEquals((crc >>> 15 | crc << 17) + 0xa282ead8, EventFile.maskedCrc(check));
  }

  /** TensorFlow's own protobuf classes read the event; large steps and several values included. */
  @Test
  void writesEventsThatTensorFlowReads() throws IOException {
    try (EventFile events = new EventFile(folder, NEW_YEAR)) {
      events.scalars(5_000_000_000L, Map.of("a", 1.5));
    }
    Event event = Event.parseFrom(secondRecord());
    assertEquals(5_000_000_000L, event.getStep());
    assertEquals(1767225600.5, event.getWallTime());
    Summary.Value value = event.getSummary().getValue(0);
    assertEquals("a", value.getTag());
    assertEquals(1.5f, value.getSimpleValue());
  }

  @Test
  void leavesOutWhatIsNotFinite() throws IOException {
    try (EventFile events = new EventFile(folder, NEW_YEAR)) {
      events.scalars(1, Map.of("a", Double.NaN, "b", 2.0));
    }
    List<Summary.Value> values = Event.parseFrom(secondRecord()).getSummary().getValueList();
    assertEquals(List.of("b"), values.stream().map(Summary.Value::getTag).toList());
  }

  @Test
  void canBeFollowedWhileItIsWritten() throws IOException {
    try (EventFile events = new EventFile(folder, NEW_YEAR)) {
      int before = bytes().length;
      events.scalars(1, Map.of("a", 1.0));
      assertTrue(bytes().length > before);
    }
  }

  @Test
  void saysWhichFileCannotBeWritten() {
    Path nowhere = folder.resolve("none");
    WriteException e =
        assertThrows(WriteException.class, () -> new EventFile(nowhere, NEW_YEAR).close());
    assertTrue(String.valueOf(e.getMessage()).startsWith(nowhere.toString()), e.getMessage());
  }

  private static byte[] golden() throws IOException {
    try (InputStream in = EventFileTest.class.getResourceAsStream("/golden/events.hex")) {
      String hex = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }

  /** The data of the record after the one with the file's version. */
  private byte[] secondRecord() throws IOException {
    byte[] all = bytes();
    int first = 12 + all[0] + 4;
    byte[] data = new byte[all[first]];
    System.arraycopy(all, first + 12, data, 0, data.length);
    return data;
  }

  private byte[] bytes() throws IOException {
    return Files.readAllBytes(folder.resolve("events.out.tfevents.1767225600.tandem"));
  }
}
