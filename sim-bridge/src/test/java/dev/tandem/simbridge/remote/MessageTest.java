package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.SignalSpec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MessageTest {
  private static final double[] NUMBERS = {0.5, -0.0, Double.MIN_VALUE, 1e300};

  static List<Message> everyKind() {
    SignalSpec observation =
        new SignalSpec(
            "observation", List.of(Channel.of("depth é", "m"), new Channel("q", "rad", -1, 2.5)));
    SignalSpec action = new SignalSpec("action", List.of(new Channel("dx", "m", -0.1, 0.1)));
    List<Message.Part> parts =
        List.of(new Message.Part("box", NUMBERS), new Message.Part("none", new double[0]));
    return List.of(
        new Message.Hello(1, "somebody"),
        new Message.Spec(Role.TASK, "reach", "plant", observation, action, 0.1, 50),
        new Message.Reset(Long.MIN_VALUE + 7, Map.of("light", "dim")),
        new Message.State(NUMBERS),
        new Message.Step(NUMBERS),
        outcome(),
        new Message.Refusal(ErrorCode.NOT_FINITE, true, "dx: found NaN"),
        new Message.Close(),
        new Message.Scene("arm", parts),
        new Message.Place(parts),
        new Message.Advance(true, 0.001, NUMBERS),
        new Message.Hello(2, 1, "somebody", true),
        new Message.Spec(Role.TASK, "pick", "mujoco", observation, action, 0.02, 100)
            .with(offers())
            .inVersion(2),
        new Message.Seen(pictures(), new Message.State(NUMBERS)),
        new Message.Seen(List.of(), outcome()));
  }

  private static Message.Outcome outcome() {
    return new Message.Outcome(
        NUMBERS, -0.25, true, false, true, Verdict.MODIFIED, 1.5, new double[] {3}, "why");
  }

  private static List<Message.ImageOffer> offers() {
    ImageSpec forces = new ImageSpec("pad", 2, 1, 3, ImageSpec.Values.FLOAT32);
    return List.of(
        new Message.ImageOffer(new ImageSpec("front", 640, 480, 3), 50, 0.03),
        new Message.ImageOffer(forces, 100, 0));
  }

  private static List<Message.Picture> pictures() {
    return List.of(
        new Message.Picture(0.5, new byte[] {1, 2, -1}), new Message.Picture(0.25, new byte[0]));
  }

  /** What follows the length. */
  private static byte[] payload(Message message) {
    byte[] frame = RawClient.frame(message);
    return Arrays.copyOfRange(frame, Integer.BYTES, frame.length);
  }

  private static ErrorCode refused(byte[] payload) {
    ProtocolException refusal =
        assertThrows(ProtocolException.class, () -> MessageReader.read(payload));
    return refusal.code();
  }

  /** What it says further nobody here knows. */
  @Test
  void ofASpecInAnUnknownVersionThatIsKnown() throws ProtocolException {
    byte[] payload = HexFormat.of().parseHex("02544e444d030001ff");
    assertEquals(3, ((Message.Spec) MessageReader.read(payload)).version());
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void comesBackAsItWas(Message message) throws ProtocolException {
    Message read = MessageReader.read(payload(message));
    assertEquals(message.getClass(), read.getClass());
    assertArrayEquals(RawClient.frame(message), RawClient.frame(read));
  }

  @Test
  void whatIsReadIsWhatWasMeant() throws ProtocolException {
    var spec = (Message.Spec) MessageReader.read(payload(everyKind().get(1)));
    assertEquals("depth é", spec.observation().channel(0).name());
    assertEquals(new Channel("dx", "m", -0.1, 0.1), spec.action().channel(0));
    assertEquals(0.1, spec.stepSeconds());
    assertEquals(50, spec.horizonSteps());
    var outcome = (Message.Outcome) MessageReader.read(payload(everyKind().get(5)));
    assertFalse(outcome.truncated());
    assertEquals(Verdict.MODIFIED, outcome.verdict());
    assertEquals("why", outcome.stop());
  }

  @Test
  void imagesAreReadAsTheyWereOfferedAndSent() throws ProtocolException {
    var spec = (Message.Spec) MessageReader.read(payload(everyKind().get(12)));
    assertEquals(2, spec.version());
    assertEquals(offers(), spec.images());
    var seen = (Message.Seen) MessageReader.read(payload(everyKind().get(13)));
    assertEquals(0.5, seen.pictures().get(0).shownSeconds());
    assertArrayEquals(new byte[] {1, 2, -1}, seen.pictures().get(0).pixels());
    assertArrayEquals(NUMBERS, ((Message.State) seen.of()).observation());
  }

  @Test
  void aGreetingInAVersionOfLaterSaysNoMoreThanThat() throws ProtocolException {
    byte[] later = HexFormat.of().parseHex("01544e444d" + "0300" + "0102030405");
    assertEquals(new Message.Hello(3, 0, "", false), MessageReader.read(later));
  }

  /** As docs/step-protocol.md has it. */
  @Test
  void itsBytesAreThoseOfTheDocument() {
    HexFormat hex = HexFormat.ofDelimiter(" ");
    assertEquals(
        "0c 00 00 00 01 54 4e 44 4d 01 00 01 02 00 6d 65",
        hex.formatHex(RawClient.frame(new Message.Hello(1, "me"))));
    assertEquals(
        "13 00 00 00 05 02 00 00 00 00 00 00 00 e0 3f 00 00 00 00 00 00 d0 bf",
        hex.formatHex(RawClient.frame(new Message.Step(new double[] {0.5, -0.25}))));
    assertEquals(
        "0d 00 00 00 01 54 4e 44 4d 02 00 01 02 00 6d 65 01",
        hex.formatHex(RawClient.frame(new Message.Hello(2, 1, "me", true))));
    Message.Picture red = new Message.Picture(0.5, new byte[] {-1, 0, 0});
    assertEquals(
        "1d 00 00 00 0c 01 00 00 00 00 00 00 00 e0 3f 03 00 00 00 ff 00 00"
            + " 04 01 00 00 00 00 00 00 00 d0 bf",
        hex.formatHex(
            RawClient.frame(
                new Message.Seen(List.of(red), new Message.State(new double[] {-0.25})))));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void isRefusedWhenAByteIsMissingOrTooMuch(Message message) {
    byte[] whole = payload(message);
    for (int length = 0; length < whole.length; length++) {
      assertEquals(ErrorCode.MALFORMED, refused(Arrays.copyOf(whole, length)), "of " + length);
    }
    assertEquals(ErrorCode.MALFORMED, refused(Arrays.copyOf(whole, whole.length + 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "00, UNKNOWN_KIND",
    "0d, UNKNOWN_KIND",
    "ff, UNKNOWN_KIND",
    "01 54 4e 44 4e 01 00 01 00 00, MALFORMED", // another magic
    "02 54 4e 44 4e 03 00 01, MALFORMED", // of no version
    "02 54 4e 44 4d 01 00 03, WRONG_ROLE",
    "07 10 00 00 00 00, MALFORMED", // no such error
    "07 01 00 02 00 00, MALFORMED", // neither true nor false
    "0c 00 00 03 00, MALFORMED", // images of a RESET
    "0c 00 00 0c 00 00 04 00 00, MALFORMED", // images of images
    "0c 00 00 0d, UNKNOWN_KIND",
    "0c 01 00 00 00 00 00 00 00 00 00 ff ff ff ff 04 00 00, MALFORMED", // larger than the frame
  })
  void isRefusedWhenItMeansNothing(String payload, ErrorCode expected) {
    assertEquals(expected, refused(HexFormat.ofDelimiter(" ").parseHex(payload)));
  }

  @Test
  void aVerdictThatThereIsNotIsRefused() {
    byte[] payload = payload(everyKind().get(5));
    int verdict = 1 + 2 + 8 * NUMBERS.length + 8 + 3;
    payload[verdict] = 3;
    assertEquals(ErrorCode.MALFORMED, refused(payload));
  }

  @Test
  void aSpaceWithoutRoomIsRefused() {
    byte[] payload = payload(everyKind().get(1));
    int bound = new String(payload, StandardCharsets.ISO_8859_1).indexOf("dx") + 5;
    payload[bound + 7] = 0x7f; // its least becomes large
    assertEquals(ErrorCode.MALFORMED, refused(payload));
  }

  @ParameterizedTest
  @CsvSource({
    "01 544e444d 0100 01 0100 ff, HELLO: byte 10",
    "03 0100000000000000 0100 0200 c380 0100 80, RESET: byte 17",
    "03 0100000000000000 0100 0300 eda080 0000, RESET: byte 13",
  })
  void aTextThatIsNotUtf8IsMalformed(String hex, String where) {
    byte[] frame = HexFormat.of().parseHex(hex.replace(" ", ""));
    var refusal = assertThrows(ProtocolException.class, () -> MessageReader.read(frame));
    assertEquals(ErrorCode.MALFORMED, refusal.code());
    assertEquals(where + ": expected a text in UTF-8, found none", refusal.getMessage());
  }

  @Test
  void aTextThatIsCutOffEndsWithAWholeCharacter() throws ProtocolException {
    Message sent = new Message.Refusal(ErrorCode.FAILED, true, "x" + "\u00e9".repeat(40_000));
    var read = (Message.Refusal) MessageReader.read(payload(sent));
    assertEquals("x" + "\u00e9".repeat(32_767), read.text());
    Message even = new Message.Refusal(ErrorCode.FAILED, true, "\u00e9".repeat(40_000));
    read = (Message.Refusal) MessageReader.read(payload(even));
    assertEquals("\u00e9".repeat(32_767), read.text());
  }

  @Test
  void aTextThatIsTooLongIsCutOff() throws ProtocolException {
    Message sent = new Message.Refusal(ErrorCode.FAILED, true, "x".repeat(70_000));
    var read = (Message.Refusal) MessageReader.read(payload(sent));
    assertEquals(65_535, read.text().length());
  }
}
