package dev.tandem.simbridge.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import org.junit.jupiter.api.Test;

class FullDiskTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final FullDisk disk = new FullDisk(Channels.newChannel(written));
  private final ByteBuffer eight = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

  @Test
  void takesEverythingWhileItHasRoom() throws IOException {
    assertEquals(8, disk.write(eight));
    assertEquals(8, written.size());
  }

  @Test
  void takesHalfOfAWriteOnceItIsFullAndThenNothing() throws IOException {
    disk.set(true);
    assertEquals(4, disk.write(eight));
    assertEquals(4, eight.remaining());
    assertThrows(IOException.class, () -> disk.write(eight));
    assertEquals(4, eight.remaining());
    disk.set(false);
    assertEquals(4, disk.write(eight));
    assertEquals(8, written.size());
    assertEquals(5, written.toByteArray()[4]);
  }

  @Test
  void fillsUpAgainAsItDidTheFirstTime() throws IOException {
    disk.set(true);
    disk.write(eight);
    disk.set(false);
    disk.write(eight);
    eight.clear();
    disk.set(true);
    assertEquals(4, disk.write(eight));
  }

  @Test
  void isClosedWithWhatItWritesTo() throws IOException {
    assertTrue(disk.isOpen());
    disk.close();
    assertFalse(disk.isOpen());
  }
}
