package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.record.TickRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts a journal's images and checks each against the tick that it was recorded with. */
final class ImageBook {
  private static final long NOTHING_YET = -1;

  private final Consumer<String> problems;
  private final List<String> cameras = new ArrayList<>();
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final List<JournalFrame> untied = new ArrayList<>();
  private long[] lastSeen = {};
  private long[] seenImages = {};

  /** Of one camera. */
  private static final class Tally {
    long images;
    long lastStampNanos = Long.MIN_VALUE;
    long mostAgeNanos;
    int width;
    int height;
  }

  ImageBook(Consumer<String> problems) {
    this.problems = problems;
  }

  /** A camera's channel; they come in the order of their slots. */
  void camera(String name) {
    cameras.add(name);
    tallies.put(name, new Tally());
  }

  void add(JournalFrame frame) {
    Tally tally = tallies.computeIfAbsent(frame.camera(), name -> new Tally());
    boolean sameSize = frame.width() == tally.width && frame.height() == tally.height;
    check(frame, tally.images == 0 || sameSize, "the size of the one before");
    check(frame, frame.stampNanos() > tally.lastStampNanos, "a stamp after the one before");
    check(frame, frame.stampNanos() <= frame.logTimeNanos(), "a stamp not after its tick's");
    tally.images++;
    tally.lastStampNanos = frame.stampNanos();
    tally.width = frame.width();
    tally.height = frame.height();
    tally.mostAgeNanos = Math.max(tally.mostAgeNanos, frame.logTimeNanos() - frame.stampNanos());
    untied.add(frame);
  }

  /**
   * A tick says of each image that it saw when that was taken.
   *
   * @param offsetNanos of the journal's clock from the loop's
   */
  void add(TickRecord record, long offsetNanos) {
    if (seenImages.length < record.imageStamps.length) {
      seenImages = new long[record.imageStamps.length];
      lastSeen = new long[record.imageStamps.length];
      Arrays.fill(lastSeen, NOTHING_YET);
    }
    for (int slot = 0; slot < record.imageStamps.length; slot++) {
      seenImages[slot] += record.imageStamps[slot] == lastSeen[slot] ? 0 : 1;
      lastSeen[slot] = record.imageStamps[slot];
    }
    for (JournalFrame frame : untied) {
      boolean itsTick = frame.logTimeNanos() == record.startNanos + offsetNanos;
      check(frame, !itsTick || saw(record, frame, offsetNanos), "its stamp in its tick");
    }
    untied.clear();
  }

  private boolean saw(TickRecord record, JournalFrame frame, long offsetNanos) {
    int slot = cameras.indexOf(frame.camera());
    return slot >= 0
        && slot < record.imageStamps.length
        && record.imageStamps[slot] + offsetNanos == frame.stampNanos();
  }

  private void check(JournalFrame frame, boolean holds, String expected) {
    if (!holds) {
      problems.accept(
          "image of "
              + frame.camera()
              + " stamped "
              + frame.stampNanos()
              + ": expected "
              + expected
              + ", found another");
    }
  }

  List<CameraSummary> cameras() {
    List<CameraSummary> all = new ArrayList<>();
    tallies.forEach(
        (name, tally) -> {
          int slot = cameras.indexOf(name);
          long seen = slot >= 0 && slot < seenImages.length ? seenImages[slot] : 0;
          all.add(
              new CameraSummary(
                  name, tally.width, tally.height, tally.images, seen, tally.mostAgeNanos));
        });
    return all;
  }
}
