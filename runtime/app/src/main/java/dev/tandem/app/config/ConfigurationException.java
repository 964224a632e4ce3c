package dev.tandem.app.config;

/** A setting that cannot be used; one line: place, key, what was expected, what was found. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ConfigurationException(String place, String problem) {
    super(place + ": " + problem);
  }
}
