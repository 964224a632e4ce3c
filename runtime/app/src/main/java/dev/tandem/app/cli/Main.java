package dev.tandem.app.cli;

/** Where the program starts; {@code ./tandem} calls it. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    eraseIncubatorWarning();
    Tandem tandem = new Tandem(System.out, System.err);
    tandem.interrupt.install();
    int exit = tandem.run(arguments);
    tandem.interrupt.ended();
    System.exit(exit);
  }

  /**
   * The virtual machine warns on standard error that the Vector API incubates, and no option stops
   * it; on a terminal the line is taken back.
   */
  private static void eraseIncubatorWarning() {
    if (Integer.getInteger("tandem.columns") != null) {
      System.err.print("\033[1A\033[2K");
    }
  }
}
