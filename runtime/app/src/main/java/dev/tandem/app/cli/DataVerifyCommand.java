package dev.tandem.app.cli;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.record.journal.JournalInspection;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code tandem data verify}. */
@CommandLine.Command(
    name = "verify",
    description = "Reads a whole journal, checks every checksum and says what is wrong.",
    footer = {
      "",
      "Example:  ./tandem data verify runs/NAME",
      "Exit code 1 when something is wrong; a journal that a crash cut off is read up to the cut."
    })
final class DataVerifyCommand extends Command {
  @Mixin private JournalPath journal = new JournalPath();

  @Override
  Outcome run(RunSettings settings, Console console) throws InputFile.InputException {
    JournalInspection found = JournalInspection.of(journal.get());
    List<String> problems = found.problems();
    console.say(summary(found));
    problems.forEach(console::say);
    console.say(verdict(problems.size()));
    return new Outcome(problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED, json(found));
  }

  private static String summary(JournalInspection found) {
    return String.format(
        Locale.ROOT,
        "%s: %,d records, %,d transitions, %d gaps, %s",
        found.path(),
        found.records(),
        found.transitions(),
        found.gaps(),
        found.complete() ? "closed properly" : "not closed");
  }

  private static String verdict(int problems) {
    return switch (problems) {
      case 0 -> "in order";
      case 1 -> "1 problem";
      default -> problems + " problems";
    };
  }

  private static JsonObject json(JournalInspection found) {
    return new JsonObject()
        .put("journal", found.path().toString())
        .put("records", found.records())
        .put("transitions", found.transitions())
        .put("gaps", found.gaps())
        .put("lost_ticks", found.contents().lostTicks())
        .put("complete", found.complete())
        .put("file_bytes", found.scan().fileBytes())
        .put("usable_bytes", found.scan().usableBytes())
        .putTexts("problems", found.problems());
  }
}
