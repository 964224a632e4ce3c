package dev.tandem.simbridge.mujoco;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where the fields of MuJoCo's structs are, in bytes, for one version of the library; a struct's
 * own name is its size. The C program {@code src/test/c/layout.c} prints it.
 */
final class Layout {
  private final Map<String, Integer> offsets;

  Layout(Map<String, Integer> offsets) {
    this.offsets = Map.copyOf(offsets);
  }

  /**
   * The committed layout.
   *
   * @param version as {@code mj_version()} says it, for example 222 for 2.2.2
   */
  static Layout of(int version) {
    String name = "layout-" + version + ".properties";
    try (InputStream in = Layout.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new MujocoUnavailableException(
            "expected version 2.2.2, found " + dotted(version) + ", of which no layout is known");
      }
      Properties read = new Properties();
      read.load(in);
      Map<String, Integer> offsets = new HashMap<>();
      read.forEach((key, value) -> offsets.put(key.toString(), Integer.valueOf(value.toString())));
      return new Layout(offsets);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static String dotted(int version) {
    return version / 100 + "." + version / 10 % 10 + "." + version % 10;
  }

  /** Of a field, such as {@code mjModel.nq}, or the number of a kind, such as mjOBJ_SITE. */
  int at(String field) {
    Integer offset = offsets.get(field);
    if (offset == null) {
      throw new IllegalArgumentException(
          "layout: no offset of " + field + "; add it to layout.c and print the layouts anew");
    }
    return offset;
  }

  Map<String, Integer> offsets() {
    return offsets;
  }
}
