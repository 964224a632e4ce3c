package dev.tandem.app.cli;

import picocli.CommandLine;

/** {@code tandem sim ...}: simulators and tasks for other programs. */
@CommandLine.Command(
    name = "sim",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Opens tasks and simulators to other programs, shows what their cameras see, and finds out what",
      "an arm is like."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ServeCommand.class, RenderCommand.class, IdentifyCommand.class})
final class SimCommands {}
