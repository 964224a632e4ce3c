package dev.tandem.simbridge.remote;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.bytes.LittleEndianInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What messages are made of, read one after the other; refuses what no field may hold. */
record MessageFields(LittleEndianInput in) {
  void magic() throws FormatException {
    byte[] found = in.getBytes(MessageWriter.MAGIC.length);
    if (!Arrays.equals(found, MessageWriter.MAGIC)) {
      throw new FormatException("byte 1: expected TNDM, found " + Arrays.toString(found));
    }
  }

  Verdict verdict() throws FormatException {
    int found = in.getByte();
    if (found >= MessageWriter.VERDICTS.size()) {
      throw new FormatException("byte " + (in.position() - 1) + ": no verdict is " + found);
    }
    return MessageWriter.VERDICTS.get(found);
  }

  /** Room is made for what is there, not for what is said to be there. */
  double[] numbers() throws FormatException {
    int count = in.getShort();
    LittleEndianInput values = in.slice((long) count * Double.BYTES);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = values.getDouble();
    }
    return numbers;
  }

  boolean flag() throws FormatException {
    int found = in.getByte();
    if (found > 1) {
      throw new FormatException(
          "byte " + (in.position() - 1) + ": expected 0 or 1, found " + found);
    }
    return found == 1;
  }

  String text() throws FormatException {
    byte[] bytes = in.getBytes(in.getShort());
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatException(
          "byte " + (in.position() - bytes.length) + ": expected a text in UTF-8, found none");
    }
  }
}
