package dev.tandem.app.cli;

import dev.tandem.app.assembly.Learners;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.bench.LoopCompany;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;
import picocli.CommandLine.Option;

/** What a loop may have to share the virtual machine with. */
final class Company {
  /** Each of them. */
  enum Guest {
    learner,
    garbage
  }

  @Option(
      names = "--beside",
      split = ",",
      paramLabel = "WHAT",
      description = "What goes on beside it: ${COMPLETION-CANDIDATES}.")
  private List<Guest> beside = List.of();

  /** Those that were asked for, at work. */
  LoopCompany start(RunSettings settings) throws InterruptedException {
    LoopCompany company = new LoopCompany();
    if (beside.contains(Guest.learner)) {
      SimulatedTask task = Tasks.create("peg-insert", "plant");
      company.learner(
          () -> Learners.create(settings.learner(), task, settings.seed()),
          task.encoder().size(),
          task.actionSpec().size());
    }
    if (beside.contains(Guest.garbage)) {
      company.garbage();
    }
    return company;
  }
}
