package dev.tandem.app.cli;

import picocli.CommandLine;

/** {@code tandem encoder ...}: what a policy sees with. */
@CommandLine.Command(
    name = "encoder",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Teaches what a policy sees its scene with.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = EncoderTrainCommand.class)
final class EncoderCommands {}
