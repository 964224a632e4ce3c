package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.mcap.McapChannel;
import dev.tandem.runtime.record.mcap.McapMessage;
import dev.tandem.runtime.record.mcap.McapReader;
import dev.tandem.runtime.record.mcap.McapScan;
import dev.tandem.runtime.record.mcap.McapVisitor;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a journal from front to back, closed or not, also while it is still being written. */
public final class JournalReader {
  private JournalReader() {}

  /** Streams everything to {@code visitor}; throws {@link JournalException} when it cannot. */
  public static McapScan read(Path path, JournalVisitor visitor) {
    try (SeekableByteChannel file = Files.newByteChannel(path)) {
      return read(file, path, visitor);
    } catch (NoSuchFileException e) {
      throw new JournalException(path, "expected a file, found none", e);
    } catch (IOException e) {
      throw new JournalException(path, "cannot be opened: " + e, e);
    }
  }

  /** The same from any channel; {@code path} is what its errors name. */
  public static McapScan read(SeekableByteChannel file, Path path, JournalVisitor visitor) {
    try {
      return McapReader.read(file, new Decoder(visitor));
    } catch (IOException e) {
      throw new JournalException(path, "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Streams the transitions, from which replay buffers are built again. A tail that a crash cut off
   * is passed over; any other damage throws, because a buffer with holes would not be noticed.
   */
  public static McapScan readTransitions(Path path, Consumer<? super Transition> transitions) {
    return read(
        path,
        new JournalVisitor() {
          @Override
          public void onTransition(Transition transition) {
            transitions.accept(transition);
          }

          @Override
          public void onProblem(String problem) {
            throw new JournalException(
                path, problem + "; `tandem data verify` lists all that is damaged");
          }

          @Override
          public void onCut(String description) {}
        });
  }

  /** Turns messages into records and checks that none is missing in between. */
  private static final class Decoder implements McapVisitor {
    private final JournalVisitor visitor;
    private final Map<McapChannel, Long> nextSequences = new HashMap<>();

    Decoder(JournalVisitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public void onChannel(McapChannel channel) {
      visitor.onChannel(channel);
      Optional<Topic> topic = Topic.of(channel.topic());
      if (topic.isPresent() && !isReadable(channel, topic.get())) {
        visitor.onProblem(
            channel.topic()
                + ": its schema "
                + channel.schema().name()
                + " is not this version's; its records are counted and not read");
      }
    }

    @Override
    public void onMessage(McapMessage message) {
      visitor.onMessage(message);
      checkSequence(message);
      Optional<Topic> topic = Topic.of(message.channel().topic());
      if (topic.isPresent() && isReadable(message.channel(), topic.get())) {
        decodeReporting(topic.get(), message);
      }
    }

    private void checkSequence(McapMessage message) {
      long expected = nextSequences.getOrDefault(message.channel(), 0L);
      if (message.sequence() != expected) {
        visitor.onProblem(
            place(message) + ": sequence break, expected " + expected + " of this channel");
      }
      nextSequences.put(message.channel(), message.sequence() + 1);
    }

    private void decodeReporting(Topic topic, McapMessage message) {
      try {
        decode(topic, new CdrReader(message.payload()), message.logTimeNanos());
      } catch (FormatException e) {
        visitor.onProblem(place(message) + ": " + e.getMessage());
      }
    }

    private void decode(Topic topic, CdrReader in, long logTimeNanos) throws FormatException {
      switch (topic) {
        case RUN -> visitor.onRun(RunCodec.read(in));
        case TICK -> visitor.onTick(TickCodec.read(in));
        case TRANSITION -> visitor.onTransition(TransitionCodec.read(in));
        case GAP -> visitor.onGap(GapCodec.read(in));
        case EVENT -> visitor.onEvent(EventCodec.read(in));
        case IMAGE -> visitor.onFrame(ImageCodec.read(in, logTimeNanos));
        case JOINT_STATES, WRENCH -> {}
      }
    }

    @Override
    public void onProblem(String problem) {
      visitor.onProblem(problem);
    }

    @Override
    public void onCut(String description) {
      visitor.onCut(description);
    }

    private static boolean isReadable(McapChannel channel, Topic topic) {
      return topic.reads(channel.schema().text());
    }

    private static String place(McapMessage message) {
      return "offset "
          + message.offset()
          + ", "
          + message.channel().topic()
          + " "
          + message.sequence();
    }
  }
}
