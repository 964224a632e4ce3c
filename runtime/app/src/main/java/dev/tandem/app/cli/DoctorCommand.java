package dev.tandem.app.cli;

import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.doctor.Doctor;
import dev.tandem.app.doctor.Finding;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** {@code tandem doctor}. */
@CommandLine.Command(
    name = "doctor",
    description = "What this machine has, what it lacks, and how to get it.",
    footer = {
      "",
      "Example:  ./tandem doctor --json",
      "Exit code 3 when something needed is missing."
    })
final class DoctorCommand extends Command {
  @Override
  Outcome run(RunSettings settings, Console console) {
    Path runs = Path.of(settings.run().directory());
    List<Finding> findings = Doctor.ofThisMachine().examine(runs);
    findings.forEach(finding -> console.say(finding.line()));
    Robot robot = Robot.of(settings);
    console.say("robot: " + robot.describe());
    List<String> unguarded = robot.file().links().unguarded();
    SimulatedTask task = Tasks.create(settings);
    List<String> notWatched = Supervision.notWatchedInRun(robot, task);
    List<String> inTraining = new ArrayList<>(Supervision.notWatched(robot, task));
    inTraining.removeAll(notWatched);
    tellNotWatched(settings.task(), notWatched, inTraining, console);
    List<String> missing = findings.stream().filter(Finding::blocks).map(Finding::name).toList();
    console.say(missing.isEmpty() ? "ready" : "missing: " + String.join(", ", missing));
    JsonObject json =
        new JsonObject()
            .put("ready", missing.isEmpty())
            .putTexts("missing", missing)
            .put("robot_seal", robot.seal())
            .putTexts("unguarded", unguarded)
            .putTexts("looser_than_fault_matrix", robot.looser())
            .putTexts("not_watched", notWatched)
            .putTexts("not_watched_in_training", inTraining)
            .put("findings", findings.stream().map(Finding::json).toList());
    return new Outcome(missing.isEmpty() ? ExitCode.DONE : ExitCode.MISSING, json);
  }

  private static void tellNotWatched(
      String task, List<String> inRun, List<String> inTraining, Console console) {
    console.say(
        "faults (docs/faults.md) that nothing looks for when run drives "
            + task
            + " on it, beside ./tandem watchdog; without one F17 and F18 neither:");
    inRun.forEach(line -> console.say("     " + line));
    console.say("and when it is trained, in simulated time:");
    inTraining.forEach(line -> console.say("     " + line));
  }
}
