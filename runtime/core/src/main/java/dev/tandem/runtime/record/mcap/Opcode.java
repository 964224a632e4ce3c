package dev.tandem.runtime.record.mcap;

/** First byte of every record. */
enum Opcode {
  HEADER(0x01),
  FOOTER(0x02),
  SCHEMA(0x03),
  CHANNEL(0x04),
  MESSAGE(0x05),
  CHUNK(0x06),
  MESSAGE_INDEX(0x07),
  CHUNK_INDEX(0x08),
  ATTACHMENT(0x09),
  ATTACHMENT_INDEX(0x0a),
  STATISTICS(0x0b),
  METADATA(0x0c),
  METADATA_INDEX(0x0d),
  SUMMARY_OFFSET(0x0e),
  DATA_END(0x0f),
  /** Not in the specification; to be skipped. */
  UNKNOWN(-1);

  final int code;

  Opcode(int code) {
    this.code = code;
  }

  static Opcode of(int code) {
    for (Opcode opcode : values()) {
      if (opcode.code == code) {
        return opcode;
      }
    }
    return UNKNOWN;
  }
}
