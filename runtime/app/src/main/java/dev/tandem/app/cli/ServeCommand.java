package dev.tandem.app.cli;

import dev.tandem.app.assembly.Served;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.Setting;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.remote.ServerCounts;
import dev.tandem.simbridge.remote.StepServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code tandem sim serve}. */
@CommandLine.Command(
    name = "serve",
    description = {
      "Lets other programs step a task over TCP, until Ctrl-C; docs/step-protocol.md has the bytes.",
      "They learn on what our learners learn on: the same loop, safety chain and reward, and where",
      "others published the task (pick-cube), with exactly their spaces; --set spaces=scaled has",
      "the features and SI actions of our own policies."
    },
    footer = {
      "",
      "Example:  ./tandem sim serve --task reach --port 7117",
      "          python3 examples/python/train_reach.py",
      "Clients that ask for images get what the cameras front and wrist see, or those of --set",
      "'cameras=[{name: front, width: 128, height: 128}]'; in MuJoCo: --sim mujoco.",
      "Seeds come from the clients. Whoever reaches the port may step; it is loopback's unless",
      "--host says otherwise. A run's own config.yaml says spaces as the run had them."
    })
final class ServeCommand extends Command {
  @Mixin private ServeOptions options = new ServeOptions();

  /** Whoever comes from elsewhere finds what is published there. */
  @Override
  RunSettings defaults() {
    return Configuration.load(
        RunSettings.defaults(),
        Optional.empty(),
        List.of(new Setting("sim serve", "spaces", "published")));
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws IOException {
    BooleanSupplier ended = tandem().interrupt.watch();
    InetSocketAddress address = options.address();
    try (StepServer server =
        new StepServer(address, options.limits(), new Served(settings), new SystemClock())) {
      greet(settings, server.address(), console);
      server.serve(ended);
      return Outcome.done(json(settings, server));
    } catch (BindException e) {
      throw new ConfigurationException(
          "--port",
          "expected a free port of this machine, found "
              + address
              + ": "
              + e.getMessage()
              + "; --port 0 takes any that is free");
    }
  }

  private static void greet(RunSettings settings, InetSocketAddress at, Console console) {
    console.say(
        "serves "
            + settings.task()
            + " in "
            + settings.simulator()
            + " on "
            + at.getAddress().getHostAddress()
            + ":"
            + at.getPort());
    if (!at.getAddress().isLoopbackAddress()) {
      console.note("whoever reaches this port may step; nobody is asked for a password");
    }
  }

  private static JsonObject json(RunSettings settings, StepServer server) throws IOException {
    ServerCounts counts = server.counts();
    return new JsonObject()
        .put("task", settings.task())
        .put("simulator", settings.simulator())
        .put("port", server.address().getPort())
        .put("clients", counts.clients())
        .put("refused_clients", counts.refusedClients())
        .put("resets", counts.resets())
        .put("steps", counts.steps())
        .put("error_frames", counts.errorFrames());
  }
}
