package dev.tandem.app.cli;

/** Where the program starts; {@code ./tandem} calls it. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Integer terminalColumns = Integer.getInteger("tandem.columns");
    if (terminalColumns != null) {
      IncubatorWarning.ofThisMachine().erase(System.err, terminalColumns);
    }
    Tandem tandem = new Tandem(System.in, System.out, System.err);
    tandem.interrupt.install(System.err);
    int exit = tandem.run(arguments);
    tandem.interrupt.ended();
    System.exit(exit);
  }
}
