package dev.tandem.app.cli;

import picocli.CommandLine;

/** {@code tandem data ...}: what is in journals. */
@CommandLine.Command(
    name = "data",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Looks into the journals of runs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DataVerifyCommand.class, DataShowCommand.class})
final class DataCommands {}
