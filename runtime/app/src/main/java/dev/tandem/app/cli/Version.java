package dev.tandem.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the build. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IOException("the build left no version.properties");
      }
      properties.load(in);
    }
    return new String[] {
      "tandem " + properties.getProperty("version") + ", Java " + Runtime.version()
    };
  }
}
