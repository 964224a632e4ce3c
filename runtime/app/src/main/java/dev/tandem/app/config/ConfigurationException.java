package dev.tandem.app.config;

/** A setting that cannot be used; one line: place, key, what was expected, what was found. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String place;
  private final String problem;

  public ConfigurationException(String place, String problem) {
    super(place + ": " + problem);
    this.place = place;
    this.problem = problem;
  }

  String place() {
    return place;
  }

  /** The same problem elsewhere. */
  ConfigurationException at(String otherPlace) {
    return new ConfigurationException(otherPlace, problem);
  }
}
