package dev.tandem.runtime.record.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.record.bytes.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chunk's own word on its size, where the compressed bytes say nothing of it. */
class ForgedChunkTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ZEROS = 300_000;

  @Test
  void unpacksZerosThatTakeHardlyAnyRoom() throws IOException {
    byte[] body = chunk(ZEROS, zeros());
    assertEquals(ZEROS, new ChunkReader().unpack(body, body.length).remaining());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, 2_000_000_000})
  void believesNoSizeThatCannotComeOutOfItsBytes(long size) throws IOException {
    byte[] body = chunk(size, zeros());
    long before = THREADS.getCurrentThreadAllocatedBytes();
    FormatException error =
        assertThrows(FormatException.class, () -> new ChunkReader().unpack(body, body.length));
    assertTrue(THREADS.getCurrentThreadAllocatedBytes() - before < 1 << 20);
    assertTrue(
        String.valueOf(error.getMessage())
            .startsWith("uncompressed size: expected " + Long.toUnsignedString(size) + ", found"),
        error.getMessage());
  }

  /** A stream, whose frame does not say how much is in it. */
  private static byte[] zeros() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(packed)) {
      out.write(new byte[ZEROS]);
    }
    return packed.toByteArray();
  }

  private static byte[] chunk(long size, byte[] packed) {
    McapOutput out = new McapOutput(1 << 10);
    out.bytes.putLong(0);
    out.bytes.putLong(0);
    out.bytes.putLong(size);
    out.bytes.putInt(0);
    out.string(ChunkWriter.COMPRESSION);
    out.bytes.putLong(packed.length);
    out.bytes.putBytes(packed);
    return out.bytes.toByteArray();
  }
}
