package dev.tandem.app.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** The command above all commands. */
@CommandLine.Command(
    name = "tandem",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "A learning policy, a person and a safety layer drive one robot together.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Start with:  ./tandem demo", "Help:        ./tandem COMMAND --help"},
    subcommands = {
      DemoCommand.class,
      TrainCommand.class,
      EvalCommand.class,
      RunCommand.class,
      DataCommands.class,
      EncoderCommands.class,
      BenchCommands.class,
      SimCommands.class,
      WatchdogCommand.class,
      DoctorCommand.class
    })
final class Tandem {
  final InputStream in;
  final PrintStream out;
  final PrintStream err;
  final Interrupt interrupt = new Interrupt();

  /** With nobody to listen to. */
  Tandem(PrintStream out, PrintStream err) {
    this(InputStream.nullInputStream(), out, err);
  }

  Tandem(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** Of every command below. */
  private static void hideUnheard(CommandLine line) {
    if (line.getCommand() instanceof Command command) {
      command.hideUnheard();
    }
    line.getSubcommands().values().forEach(Tandem::hideUnheard);
  }

  /** Runs a command line and returns the exit code of the process. */
  int run(String... arguments) {
    Failure failure = new Failure(out, err, List.of(arguments));
    CommandLine commands = new CommandLine(this);
    commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    commands.setUsageHelpWidth(100);
    hideUnheard(commands);
    commands.setParameterExceptionHandler((e, args) -> failure.usage(e));
    commands.setExecutionExceptionHandler((e, line, result) -> failure.report(e));
    if (arguments.length == 0) {
      commands.usage(out);
      return ExitCode.DONE.value;
    }
    try {
      return commands.execute(arguments);
    } catch (Error e) {
      return failure.report(e);
    }
  }
}
