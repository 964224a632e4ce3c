package dev.tandem.app.cli;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.record.journal.ChannelSummary;
import dev.tandem.runtime.record.journal.EpisodeSummary;
import dev.tandem.runtime.record.journal.JournalContents;
import dev.tandem.runtime.record.journal.JournalInspection;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code tandem data show}. */
@CommandLine.Command(
    name = "show",
    description = "Tells what is in a journal: the run, its channels, its episodes.",
    footer = {"", "Example:  ./tandem data show runs/NAME"})
final class DataShowCommand extends Command {
  @Mixin private JournalPath journal = new JournalPath();

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
    console.say("");
    console.say("episode  steps    return  seconds  ending      verdict   human");
    contents.episodes().forEach(episode -> console.say(line(episode)));
    return Outcome.done(
        json.put("seconds", contents.seconds())
            .put("gaps", contents.gaps())
            .put("channels", contents.channels().stream().map(DataShowCommand::json).toList())
            .put("episodes", contents.episodes().stream().map(DataShowCommand::json).toList()));
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
