package dev.tandem.runtime.record.journal;

import static dev.tandem.runtime.signal.ImageSpec.Values.FLOAT32;
import static dev.tandem.runtime.signal.ImageSpec.Values.UINT8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.record.PushTask;
import dev.tandem.runtime.record.SeenImages;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.record.TransitionAssembler;
import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.cdr.CdrWriter;
import dev.tandem.runtime.record.journal.RunDescription.Signals;
import dev.tandem.runtime.record.mcap.McapMessage;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesInJournalTest {
  private static final long OFFSET_NANOS = Recording.START_OFFSET_NANOS;

  @TempDir Path directory;
  Path path = Path.of("");
  private final TickRing ring =
      new TickRing(
          64, PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND, SeenImages.CAMERAS);
  private final SeenImages ticks = new SeenImages(ring);

  @BeforeEach
  void choosePath() {
    path = directory.resolve("journal.mcap");
  }

  private void record(JournalSettings settings) {
    Signals plain = Recording.run().signals();
    Signals seen =
        new Signals(plain.observation(), plain.action(), plain.command(), SeenImages.CAMERAS);
    RunDescription run = new RunDescription("seen", 1, "", Recording.run().task(), seen);
    PushTask task = new PushTask(5);
    try (Recorder recorder =
        new Recorder(
            ring,
            Journal.create(path, run, settings),
            new TransitionAssembler(task, PushTask.observationSpec()),
            transition -> {})) {
      recorder.poll();
    }
  }

  void recordOne() {
    ticks.see(7, 0, 1000);
    record(Recording.settings());
  }

  @Test
  void readsBackEveryImageWithItsTick() {
    ticks.see(1, 0, 400_000).go(2).see(3, 1, 0);
    record(Recording.settings());

    JournalLog log = new JournalLog(path);
    JournalFrame front = log.frames.get(0);
    assertEquals("front 3x2x3", describe(front));
    assertEquals(OFFSET_NANOS + 600_000, front.stampNanos());
    assertEquals(OFFSET_NANOS + 1_000_000, front.logTimeNanos());
    assertArrayEquals(
        new byte[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, front.pixels());
    assertEquals("wrist 2x2x1", describe(log.frames.get(1)));
    assertArrayEquals(new long[] {600_000, -1}, log.ticks.get(1).imageStamps);
    assertArrayEquals(new long[] {600_000, 3_000_000}, log.ticks.get(2).imageStamps);
    assertEquals(List.of(), JournalInspection.of(path).problems());
  }

  private static String describe(JournalFrame frame) {
    return frame.camera() + " " + frame.width() + "x" + frame.height() + "x" + frame.depth();
  }

  @Test
  void anImageIsAStandardMessageOnItsCamerasChannel() throws IOException {
    recordOne();

    McapMessage message =
        new JournalLog(path)
            .messages.stream()
                .filter(each -> each.channel().topic().equals("/camera/front"))
                .findFirst()
                .orElseThrow();
    assertEquals("sensor_msgs/msg/Image", message.channel().schema().name());
    CdrReader in = new CdrReader(message.payload());
    assertEquals(5, in.int32());
    assertEquals(6_999_000, in.int32());
    assertEquals("front", in.string());
    assertEquals(2, in.int32());
    assertEquals(3, in.int32());
    assertEquals("rgb8", in.string());
    assertEquals(0, in.uint8());
    assertEquals(9, in.int32());
    assertEquals(18, in.uint8s().length);
    assertFalse(in.hasMore());
  }

  @Test
  void anImageOfFloatsIsOneOfTheStandardsEncodings() throws FormatException {
    MutableImage image = new MutableImage(new ImageSpec("pad", 2, 1, 3, FLOAT32));
    ByteBuffer floats = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 6; i++) {
      floats.putFloat(-0.5f + i);
    }
    image.set(7, floats.array(), 0);
    assertEquals(-0.5f, image.value(0));
    assertEquals(4.5f, image.value(5));
    CdrWriter out = new CdrWriter();
    new ImageCodec().write(image, 7, out.begin());
    byte[] message = Arrays.copyOf(out.array(), out.size());

    CdrReader in = new CdrReader(message);
    in.int32();
    in.int32();
    in.string();
    assertEquals(1, in.int32());
    assertEquals(2, in.int32());
    assertEquals("32FC3", in.string());
    assertEquals(0, in.uint8(), "not the highest byte first");
    assertEquals(24, in.int32());

    JournalFrame read = ImageCodec.read(new CdrReader(message), 9);
    assertEquals(3, read.depth());
    assertEquals(FLOAT32, read.values());
    assertArrayEquals(floats.array(), read.pixels());
  }

  @Test
  void writesEveryNthImageOfEachCameraAndTheTicksThatSawThem() {
    for (int i = 1; i < 12; i++) {
      ticks.see(i, i % 2, 0);
    }
    record(new JournalSettings(0, 100).withEveryFrames(3));

    JournalLog log = new JournalLog(path);
    List<Long> stamps = log.frames.stream().map(JournalFrame::stampNanos).toList();
    assertEquals(List.of(1_000_000L, 2_000_000L, 7_000_000L, 8_000_000L), stamps);
    assertEquals(List.of(1L, 2L, 7L, 8L), log.ticks.stream().map(tick -> tick.tick).toList());
  }

  @Test
  void tellsOfEachCameraWhatWasSeenAndWhatWasKept() {
    ticks.see(0, 0, 0).see(2, 0, 900).see(3, 0, 300).see(4, 1, 0);
    record(new JournalSettings(0, 1).withEveryFrames(2));

    List<CameraSummary> cameras = JournalInspection.of(path).contents().cameras();
    assertEquals(new CameraSummary("front", 3, 2, 2, 3, 300), cameras.get(0));
    assertEquals(new CameraSummary("wrist", 2, 2, 1, 1, 0), cameras.get(1));
    assertEquals(3, JournalInspection.of(path).contents().records(Topic.IMAGE));
  }

  @Test
  void findsImagesThatDoNotFitTheirTicks() {
    ticks.see(1, 0, 0).see(2, 0, 1_500_000).see(3, 0, -10);
    record(Recording.settings());

    List<String> problems = JournalInspection.of(path).problems();
    assertEquals(2, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains("expected a stamp after the one before"), problems.get(0));
    assertTrue(problems.get(1).contains("expected a stamp not after its tick's"), problems.get(1));
  }

  @Test
  void findsAnImageThatItsTickDoesNotName() {
    List<String> problems = new ArrayList<>();
    ImageBook book = new ImageBook(problems::add);
    book.camera("front");
    TickRecord record =
        new TickRecord(PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND, 1);
    record.startNanos = 50;
    for (long named : new long[] {40, 39}) {
      book.add(new JournalFrame("front", 50, 80 - named, 1, 1, 1, UINT8, new byte[1]));
      record.imageStamps[0] = 40;
      book.add(record, 0);
    }
    assertEquals(
        List.of("image of front stamped 41: expected its stamp in its tick, found another"),
        problems);
  }

  @Test
  void journalsWithoutImagesAreReadAsBefore() {
    String tick = Topic.TICK.definition();
    assertTrue(Topic.TICK.reads(tick.substring(0, tick.indexOf("int64[] image_stamps"))));
    try (Recording recording = Recording.at(path)) {
      recording.episode(0);
    }
    JournalInspection found = JournalInspection.of(path);
    assertEquals(List.of(), found.problems());
    assertEquals(List.of(), found.contents().cameras());
    assertEquals(0, new JournalLog(path).ticks.get(0).imageStamps.length);
  }
}
