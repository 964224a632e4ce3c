package dev.tandem.app.sight;

/** Hears how far an encoder's lesson is. */
public interface EncoderListener {
  /** Something begins that has so many parts. */
  void phase(String name, int planned);

  /** So many of them are done. */
  void done(int parts);
}
