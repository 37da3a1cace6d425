package dk.borgerbro.examples.toolbox;

import picocli.CommandLine.Command;

/** {@code memo …}: messages of Digital Post. */
@Command(
        name = "memo",
        description = "Messages of Digital Post (MeMo).",
        subcommands = {MemoCheckCommand.class, MemoContainerCommand.class, MemoRewriteCommand.class})
final class MemoCommand {
    private MemoCommand() {}
}
