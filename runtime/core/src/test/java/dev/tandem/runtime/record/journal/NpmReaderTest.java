package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmReaderTest {
  @TempDir Path directory;
  private Path path = Path.of("");

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    NpmReader.require(NpmReader.isAvailable(), NpmReader.isSkippable());
    NpmReader.install();
  }

  @BeforeEach
  void choosePath() {
    path = directory.resolve("journal.mcap");
  }

  @Test
  void countsWhatAClosedJournalHolds() throws IOException, InterruptedException {
    try (Recording recording = Recording.at(path)) {
      recording.episode(0).episode(1);
    }

    for (String mode : new String[] {"stream", "indexed"}) {
      String found = NpmReader.read(path, mode);
      assertContains(found, "\"closed\":true");
      for (Topic topic : Topic.values()) {
        assertCounts(found, topic);
      }
    }
  }

  @Test
  void decodesByTheSchemasThatTheJournalCarries() throws IOException, InterruptedException {
    try (Recording recording = Recording.at(path)) {
      recording.episode(0);
    }

    String found = NpmReader.read(path, "indexed");

    assertContains(found, "\"schema\":\"sensor_msgs/msg/JointState\"");
    assertContains(found, "\"name\":[\"q.0\",\"q.1\"],\"position\":[0.75,1.75]");
    assertContains(found, "\"stamp\":{\"sec\":5,\"nanosec\":15000000}");
    assertContains(found, "\"force\":{\"x\":6.75,\"y\":7.75,\"z\":8.75}");
    assertContains(found, "\"episode_end\":true");
    assertContains(found, "\"step\":4,\"stamp_nanos\":\"12000000\"");
    assertContains(found, "\"next_observation\":[0.75,3.5]");
    assertContains(found, "\"features\":[\"q.0\",\"twice q.1\"]");
    assertContains(found, "\"channels\":[{\"name\":\"push.0\",\"unit\":\"N\"");
    assertContains(found, "tick 15, episode 0: after step 4");
  }

  @Test
  void decodesImages() throws IOException, InterruptedException {
    ImagesInJournalTest images = new ImagesInJournalTest();
    images.path = path;
    images.recordOne();

    String found = NpmReader.read(path, "indexed");

    assertContains(found, "\"schema\":\"sensor_msgs/msg/Image\"");
    assertContains(found, "\"/camera/front\":1");
    assertContains(found, "\"encoding\":\"rgb8\",\"is_bigendian\":0,\"step\":9");
    assertContains(found, "\"image_stamps\":[\"6999000\",\"-1\"]");
  }

  @Test
  void readsAJournalThatWasNeverClosedAndIsCutOff() throws IOException, InterruptedException {
    long safeBytes;
    try (Recording recording = Recording.at(path).episode(0)) {
      safeBytes = recording.journal.acknowledgedBytes();
    }
    byte[] whole = Files.readAllBytes(path);
    Path cut = directory.resolve("cut.mcap");
    Files.write(cut, Arrays.copyOf(whole, (int) safeBytes + 5));

    String found = NpmReader.read(cut, "stream");

    assertContains(found, "\"closed\":false");
    assertContains(found, "\"/tandem/transition\":" + Recording.HORIZON_STEPS);
  }

  private void assertCounts(String found, Topic topic) {
    long expected = JournalInspection.of(path).contents().records(topic);
    String count = "\"" + topic.path() + "\":" + expected;
    assertTrue(expected == 0 || found.contains(count), () -> "expected " + count + " in " + found);
  }

  private static void assertContains(String found, String expected) {
    assertTrue(found.contains(expected), () -> "expected " + expected + " in " + found);
  }
}
