package dev.tandem.app.cli;

import dev.tandem.app.ablation.FailedRunException;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.doctor.MissingException;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.train.RunInterruptedException;
import dev.tandem.policies.tensorflow.GpuMissingException;
import dev.tandem.simbridge.mujoco.MujocoUnavailableException;
import dev.tandem.simbridge.mujoco.RenderingUnavailableException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns whatever was thrown into one line and an exit code. */
final class Failure {
  private final PrintStream out;
  private final PrintStream err;
  private final List<String> arguments;

  Failure(PrintStream out, PrintStream err, List<String> arguments) {
    this.out = out;
    this.err = err;
    this.arguments = arguments;
  }

  /** The command line itself was wrong. */
  int usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String help = "; see ./" + command.getCommandSpec().qualifiedName() + " --help";
    return end(ExitCode.USAGE, oneLine(e) + suggestion(e) + help);
  }

  /** The command threw. */
  int report(Throwable e) {
    if (arguments.contains("--stacktrace")) {
      e.printStackTrace(err);
    }
    if (e instanceof UnfinishedRunException run && run.getCause() != null) {
      ExitCode exit = exitCode(run.getCause());
      boolean ran = exit == ExitCode.FAILED || exit == ExitCode.INTERRUPTED;
      return end(exit, describe(run.getCause()) + (ran ? run.kept() : ""));
    }
    return end(exitCode(e), describe(e));
  }

  private int end(ExitCode exit, String line) {
    err.println("tandem: " + line);
    if (arguments.contains("--json")) {
      out.println(json(exit, line));
    }
    return exit.value;
  }

  /** Which signal it was, and so the exit code, only the virtual machine knows. */
  private static JsonObject json(ExitCode exit, String line) {
    JsonObject json = new JsonObject().put("error", line);
    return exit == ExitCode.INTERRUPTED
        ? json.put("interrupted", true)
        : json.put("exit", exit.value);
  }

  private static ExitCode exitCode(Throwable e) {
    if (e instanceof FailedRunException && e.getCause() != null) {
      return exitCode(e.getCause());
    }
    if (e instanceof ConfigurationException) {
      return ExitCode.USAGE;
    }
    if (e instanceof RunInterruptedException) {
      return ExitCode.INTERRUPTED;
    }
    boolean missing =
        e instanceof MissingException
            || e instanceof GpuMissingException
            || e instanceof MujocoUnavailableException
            || e instanceof RenderingUnavailableException
            || e instanceof UnsatisfiedLinkError;
    return missing ? ExitCode.MISSING : ExitCode.FAILED;
  }

  private String describe(Throwable e) {
    if (e instanceof UncheckedIOException io && io.getCause() != null) {
      return describe(io.getCause());
    }
    if (e instanceof OutOfMemoryError) {
      return "out of memory (" + oneLine(e) + "); give it more with TANDEM_JAVA_ARGS=-Xmx8g";
    }
    if (e instanceof UnsatisfiedLinkError) {
      return "a native library does not load: " + oneLine(e) + "; see ./tandem doctor";
    }
    return isOurs(e) ? oneLine(e) : e.getClass().getSimpleName() + ": " + oneLine(e) + hint();
  }

  /** Exceptions that were written for people say everything themselves. */
  private static boolean isOurs(Throwable e) {
    return e.getClass().getName().startsWith("dev.tandem.");
  }

  private String hint() {
    return arguments.contains("--stacktrace") ? "" : " (--stacktrace shows where)";
  }

  private String suggestion(ParameterException e) {
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String setting = MeantSetting.of(unmatched.getUnmatched().get(0), arguments);
      List<String> near = setting.isEmpty() ? unmatched.getSuggestions() : List.of(setting);
      return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
    return "";
  }

  private static String oneLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
