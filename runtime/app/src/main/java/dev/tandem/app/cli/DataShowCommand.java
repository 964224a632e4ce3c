package dev.tandem.app.cli;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.record.journal.CameraSummary;
import dev.tandem.runtime.record.journal.ChannelSummary;
import dev.tandem.runtime.record.journal.EpisodeSummary;
import dev.tandem.runtime.record.journal.JournalContents;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.record.journal.JournalReader;
import dev.tandem.runtime.record.journal.JournalVisitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem data show}. */
@CommandLine.Command(
    name = "show",
    description = {
      "Tells what is in a journal: the run, its channels, its cameras, its episodes.",
      "With --events also who drove, how the robot stopped, faults and what filters changed."
    },
    footer = {"", "Example:  ./tandem data show runs/NAME --events"})
final class DataShowCommand extends Command {
  @Mixin private JournalPath journal = new JournalPath();

  @Option(
      names = "--events",
      description = "Every event, with the episode and step whose transition it belongs to.")
  private boolean events;

  @Override
  Outcome run(RunSettings settings, Console console) throws InputFile.InputException {
    Path file = journal.get();
    JournalContents contents = JournalInspection.of(file).contents();
    JsonObject json = new JsonObject().put("journal", file.toString());
    contents
        .run()
        .ifPresent(
            run -> {
              console.say(run.name() + ": " + run.task().name() + ", seed " + run.seed());
              json.put("run", run.name()).put("task", run.task().name()).put("seed", run.seed());
            });
    console.say(String.format(Locale.ROOT, "%.1f s on the loop's clock", contents.seconds()));
    console.say("");
    contents.channels().forEach(channel -> console.say(line(channel)));
    contents.cameras().forEach(camera -> console.say(line(camera)));
    console.say("");
    console.say("episode  steps    return  seconds  ending      verdict   human");
    contents.episodes().forEach(episode -> console.say(line(episode)));
    if (events) {
      json.put("events", events(file, console));
    }
    return Outcome.done(
        json.put("seconds", contents.seconds())
            .put("gaps", contents.gaps())
            .put("channels", contents.channels().stream().map(DataShowCommand::json).toList())
            .put("cameras", contents.cameras().stream().map(DataShowCommand::json).toList())
            .put("episodes", contents.episodes().stream().map(DataShowCommand::json).toList()));
  }

  private static List<JsonObject> events(Path file, Console console) {
    List<JsonObject> all = new ArrayList<>();
    console.say("");
    console.say("episode.step  seconds  event");
    JournalReader.read(
        file,
        new JournalVisitor() {
          @Override
          public void onEvent(JournalEvent event) {
            console.say(line(event));
            all.add(json(event));
          }

          @Override
          public void onProblem(String problem) {
            console.say(problem);
          }

          @Override
          public void onCut(String description) {
            console.say(description);
          }
        });
    return all;
  }

  private static String line(JournalEvent event) {
    String where = event.episode() < 0 ? "" : event.episode() + "." + event.step();
    return String.format(
        Locale.ROOT,
        "%12s %8.3f  %-15s %s",
        where,
        event.stampNanos() * 1e-9,
        event.kind(),
        event.text());
  }

  private static JsonObject json(JournalEvent event) {
    return new JsonObject()
        .put("seconds", event.stampNanos() * 1e-9)
        .put("episode", event.episode())
        .put("step", event.step())
        .put("kind", event.kind().name())
        .put("text", event.text());
  }

  private static String line(ChannelSummary channel) {
    return String.format(
        Locale.ROOT,
        "%-24s %,10d records %,14d bytes  %s",
        channel.topic(),
        channel.messages(),
        channel.payloadBytes(),
        channel.schema());
  }

  private static String line(CameraSummary camera) {
    return String.format(
        Locale.ROOT,
        "camera %s: %dx%d, %,d of %,d images that were seen, at most %.1f ms old",
        camera.name(),
        camera.width(),
        camera.height(),
        camera.images(),
        camera.seenImages(),
        camera.mostAgeNanos() * 1e-6);
  }

  private static String line(EpisodeSummary episode) {
    return String.format(
        Locale.ROOT,
        "%7d %6d %9.3f %8.2f  %-11s %-8s %5.0f %%",
        episode.episode(),
        episode.steps(),
        episode.rewardSum(),
        episode.seconds(),
        episode.ending(),
        episode.worstVerdict(),
        100 * episode.share(Origin.HUMAN));
  }

  private static JsonObject json(ChannelSummary channel) {
    return new JsonObject()
        .put("topic", channel.topic())
        .put("schema", channel.schema())
        .put("records", channel.messages())
        .put("bytes", channel.payloadBytes());
  }

  private static JsonObject json(CameraSummary camera) {
    return new JsonObject()
        .put("name", camera.name())
        .put("width", camera.width())
        .put("height", camera.height())
        .put("images", camera.images())
        .put("seen_images", camera.seenImages())
        .put("most_age_ms", camera.mostAgeNanos() * 1e-6);
  }

  private static JsonObject json(EpisodeSummary episode) {
    return new JsonObject()
        .put("episode", episode.episode())
        .put("steps", episode.steps())
        .put("return", episode.rewardSum())
        .put("seconds", episode.seconds())
        .put("ending", episode.ending().name())
        .put("worst_verdict", episode.worstVerdict().name())
        .put("human_share", episode.share(Origin.HUMAN));
  }
}
