package dev.tandem.safety.watchdog;

/**
 * Byte offsets in {@link SharedPage}; every word is a little-endian 64-bit integer unless said
 * otherwise. Each writer has lines of the cache for itself.
 */
final class Word {
  /** ASCII {@code TANDEMWD}. */
  static final long MAGIC = 0;

  /** 32 bits: the format's version. */
  static final long VERSION = 8;

  /** 32 bits: the file's size. */
  static final long SIZE = 12;

  static final long RUNTIME_SILENT_NANOS = 16;
  static final long WATCHDOG_SILENT_NANOS = 24;
  static final long LOOK_NANOS = 32;
  static final long PERMIT_NANOS = 40;

  /** {@link Boot#id} when the watchdog was started. */
  static final long BOOT = 48;

  /** CRC-32C of bytes 0 to 55. */
  static final long HEADER_CRC = 56;

  /** The runtime's block: its run, a random number, 0 when there is none. */
  static final long RUNTIME_SESSION = 128;

  static final long RUNTIME_STAMP_NANOS = 136;
  static final long RUNTIME_ANSWER = 144;

  /** What the runtime asks of the watchdog. */
  static final long RUNTIME_CHALLENGE = 152;

  /** The watchdog's block. */
  static final long WATCHDOG_STAMP_NANOS = 256;

  static final long WATCHDOG_ANSWER = 264;

  /** What the watchdog asks of the runtime. */
  static final long WATCHDOG_CHALLENGE = 272;

  /** The drives' block, written by the watchdog: {@link DrivePermit}. */
  static final long PERMIT = 384;

  /** {@link TripCause#code}; 0 while armed. */
  static final long CAUSE = 400;

  static final long CAUSE_STAMP_NANOS = 408;

  /** How often the drives were stopped since the watchdog was started. */
  static final long STOPS = 416;

  /** Longest time from one look at the runtime to the next, since the watchdog was started. */
  static final long LONGEST_PAUSE_NANOS = 424;

  static final long HANDLED_REQUEST = 432;

  /** {@link RearmResult#code} of the handled request. */
  static final long HANDLED_RESULT = 440;

  /** How often a further way to stop the drives has failed since the watchdog was started. */
  static final long STOP_FAILURES = 448;

  /** The block of whoever arms: the request's number. */
  static final long REQUEST = 512;

  static final long REQUEST_STAMP_NANOS = 520;

  /** In bytes of UTF-8. */
  static final long REASON_LENGTH = 528;

  static final long REASON = 536;
  static final int MAX_REASON_BYTES = 256;

  /** The watchdog's copy of the reason for which it was armed last, and its length before. */
  static final long GRANTED_LENGTH = 1024;

  static final long GRANTED_REASON = 1032;

  private Word() {}
}
