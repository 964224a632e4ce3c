package dev.tandem.app.cli;

import dev.tandem.app.assembly.Engine;
import dev.tandem.app.assembly.Learners;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.RunFolder;
import dev.tandem.runtime.learn.Task;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command takes, and the way from an outcome to output and exit code. */
@CommandLine.Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class Command implements Callable<Integer> {
  @Mixin private SettingOptions given = new SettingOptions();

  @Option(names = "--json", description = "One JSON object as the last line of standard output.")
  private boolean json;

  @Option(names = "--stacktrace", description = "The whole stack trace when something fails.")
  @SuppressWarnings("UnusedVariable") // Failure looks for it, also when parsing failed
  private boolean stackTrace;

  @Spec private @Nullable CommandSpec spec;

  /** Does the work; anything thrown becomes one line and an exit code. */
  abstract Outcome run(RunSettings settings, Console console) throws Exception;

  /** The settings file that goes without saying. */
  Optional<Path> ownConfig() throws Exception {
    return Optional.empty();
  }

  /** Whether it uses a setting; one that it does not is refused on its command line. */
  boolean hears(String key) {
    return true;
  }

  /** Whether its help offers what is short for a setting. */
  boolean offers(String key) {
    return hears(key);
  }

  /** What messages call it, such as {@code bench tick}. */
  String title() {
    return spec().qualifiedName(" ").replaceFirst("^tandem ", "");
  }

  /** Leaves out of its help what it does not hear. */
  final void hideUnheard() {
    CommandSpec spec = spec();
    SettingOptions.SHORT.forEach(
        (option, key) -> {
          if (!offers(key)) {
            OptionSpec offered = spec.findOption(option);
            spec.remove(offered);
            spec.addOption(OptionSpec.builder(offered).hidden(true).build());
          }
        });
  }

  @Override
  public final Integer call() throws Exception {
    Console console = new Console(tandem().out, tandem().err, json);
    UnheardSettings unheard = UnheardSettings.of(title(), this::hears);
    unheard.refuse(given.settings());
    RunSettings settings = settings();
    unheard.tell(settings, defaults(), console);
    tellOfThreads(settings.learner(), console);
    Robot robot = Robot.of(settings);
    robot.ofEarlierVersion().ifPresent(console::note);
    robot.file().links().unguarded().forEach(console::note);
    robot.looser().forEach(console::note);
    Outcome outcome = run(settings, console);
    console.result(outcome.json());
    return outcome.exit().value;
  }

  /** More threads than processors would only wait for each other. */
  private void tellOfThreads(LearnerSettings learner, Console console) {
    int used = Learners.threads(learner);
    if (used < learner.threads() && says("learner.threads")) {
      String wanted = "learner.threads=" + learner.threads();
      console.note(wanted + ": this machine has " + used + " processors, so many threads learn");
    }
  }

  /** Whether {@code --config} was given. */
  final boolean hasConfig() {
    return given.config().isPresent();
  }

  /** Whether this command line says {@code key} itself. */
  final boolean says(String key) {
    return hasConfig() || assigned().contains(key);
  }

  /** The keys that the command line gives. */
  final List<String> assigned() {
    return given.settings().stream().map(Setting::key).toList();
  }

  /** What holds where neither file nor options say anything. */
  RunSettings defaults() throws Exception {
    return RunSettings.defaults();
  }

  /** The defaults, overlaid with what file and options say. */
  private RunSettings settings() throws Exception {
    List<Setting> settings = new ArrayList<>(given.settings());
    Optional<Path> file = hasConfig() ? given.config() : ownConfig();
    if (!hasConfig()) {
      file.ifPresent(its -> settings.addAll(0, keptWith(its)));
    }
    return Configuration.load(defaults(), file, settings, this::check);
  }

  /** A run goes on with the limits, the body and the encoder that it had. */
  private static List<Setting> keptWith(Path runSettings) {
    List<Setting> kept = new ArrayList<>();
    new RunFolder(runSettings.resolveSibling(""))
        .keptFiles()
        .forEach(
            (key, file) -> {
              String quoted = "'" + file.toString().replace("'", "''") + "'";
              kept.add(new Setting(file.toString(), key, quoted));
            });
    return kept;
  }

  /** What the settings name must exist and go together, the task have what they ask of it. */
  private void check(RunSettings settings) {
    checkFirst(settings);
    Engine.check(settings.learner());
    Robot.of(settings).accepted();
    SimulatedTask task = Tasks.create(needed(settings));
    task.simulator().close();
    check(settings.learner(), task);
    checkLast(settings);
  }

  /** What must hold whatever robot and world there are; throws what the settings' records do. */
  void checkFirst(RunSettings settings) {}

  /** What only settings whose world could be made can lack; throws the same. */
  void checkLast(RunSettings settings) {}

  /** The settings whose world must be there before it begins. */
  RunSettings needed(RunSettings settings) {
    return settings;
  }

  /** What a learner needs of the task. */
  void check(LearnerSettings learner, Task task) {
    Learners.config(learner, task);
  }

  /** The command line that this command is of. */
  final Tandem tandem() {
    if (!(spec().root().userObject() instanceof Tandem tandem)) {
      throw new IllegalStateException("a command runs below " + Tandem.class);
    }
    return tandem;
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec, "picocli sets it");
  }
}
