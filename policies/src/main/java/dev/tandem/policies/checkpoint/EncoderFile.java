package dev.tandem.policies.checkpoint;

import dev.tandem.policies.encoder.Convolution;
import dev.tandem.policies.encoder.EncoderCheckpoint;
import dev.tandem.policies.encoder.EncoderNetwork;
import dev.tandem.policies.encoder.EncoderShape;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.runtime.signal.ImageSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * An encoder on disk, in the bytes of a {@link CheckpointFile} with a header of its own. Writing is
 * atomic; equal encoders give equal bytes, and so equal hashes.
 */
public final class EncoderFile {
  private static final int FINGERPRINT_DIGITS = 12;

  private final Path file;

  public EncoderFile(Path file) {
    this.file = file;
  }

  /** Writes and returns the content's hash, in hexadecimal. */
  public String write(EncoderCheckpoint encoder) throws UnwrittenCheckpointException {
    byte[] bytes = CheckpointCodec.encode(FileKind.ENCODER, header(encoder), encoder.arrays());
    return new WholeFile(file).write(bytes);
  }

  private static StringBuilder header(EncoderCheckpoint encoder) {
    EncoderShape shape = encoder.shape();
    StringBuilder text = new StringBuilder();
    CheckpointCodec.line(text, "task", encoder.task());
    for (ImageSpec image : shape.images()) {
      String size = image.width() + "x" + image.height() + "x" + image.depth();
      CheckpointCodec.line(text, "image", size + " " + image.name());
    }
    for (Convolution each : shape.convolutions()) {
      String extents = each.kernel() + "x" + each.stride() + "x" + each.filters();
      CheckpointCodec.line(text, "convolution", extents);
    }
    CheckpointCodec.line(text, "hidden", Integer.toString(shape.hidden()));
    shape.numbers().forEach(name -> CheckpointCodec.line(text, "number", name));
    encoder
        .settings()
        .forEach((key, value) -> CheckpointCodec.line(text, "setting", key + "=" + value));
    return text;
  }

  /** Reads and checks everything: length, checksums, hash. */
  public EncoderCheckpoint read() throws CheckpointException {
    return checkpoint(new WholeFile(file).read());
  }

  /** The encoder, ready to be asked by one thread. */
  public EncoderNetwork network() throws CheckpointException {
    byte[] bytes = new WholeFile(file).read();
    EncoderCheckpoint encoder = checkpoint(bytes);
    String fingerprint = CheckpointCodec.hash(bytes).substring(0, FINGERPRINT_DIGITS);
    return new EncoderNetwork(
        encoder.shape(), encoder.weights(), fingerprint, Arithmetic.fastest());
  }

  private EncoderCheckpoint checkpoint(byte[] bytes) throws CheckpointException {
    CheckpointDecoder.Contents contents =
        new CheckpointDecoder(FileKind.ENCODER, file, bytes).contents();
    HeaderText text = contents.text();
    try {
      EncoderShape shape = shape(text);
      return new EncoderCheckpoint(
          text.value("task"),
          shape,
          text.settings(),
          EncoderCheckpoint.weights(shape, contents.arrays()));
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(file, Objects.toString(e.getMessage()), e);
    }
  }

  private static EncoderShape shape(HeaderText text) {
    List<ImageSpec> images = text.parseAll("image", EncoderFile::image);
    List<Convolution> convolutions = text.parseAll("convolution", EncoderFile::convolution);
    int hidden = Integer.parseInt(text.value("hidden"));
    return new EncoderShape(images, convolutions, hidden, text.values("number"));
  }

  private static ImageSpec image(String value) {
    String[] parts = HeaderText.split(value, " ", 2);
    int[] size = three(parts[0]);
    return new ImageSpec(parts[1], size[0], size[1], size[2]);
  }

  private static Convolution convolution(String value) {
    int[] extents = three(value);
    return new Convolution(extents[0], extents[1], extents[2]);
  }

  private static int[] three(String value) {
    int[] extents = HeaderText.extents(value);
    if (extents.length != 3) {
      throw new IllegalArgumentException("expected three extents, found " + extents.length);
    }
    return extents;
  }
}
