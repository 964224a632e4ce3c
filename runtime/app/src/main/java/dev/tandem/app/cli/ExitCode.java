package dev.tandem.app.cli;

/** How a command ended, for scripts. */
enum ExitCode {
  DONE(0),
  /** The work itself failed. */
  FAILED(1),
  /** Wrong options or settings. */
  USAGE(2),
  /** Something on this machine is missing. */
  MISSING(3),
  /** Ended by Ctrl-C; after a polite kill the virtual machine makes it 143. */
  INTERRUPTED(130);

  final int value;

  ExitCode(int value) {
    this.value = value;
  }
}
