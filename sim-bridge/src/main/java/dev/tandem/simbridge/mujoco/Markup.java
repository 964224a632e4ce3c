package dev.tandem.simbridge.mujoco;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The elements of a text, each with its attributes, as MuJoCo's parser, tinyxml2, takes them. That
 * is laxer than XML: two dashes in comments, an ampersand by itself, any bytes, spaces before the
 * declaration. Judges nothing: what is wrong MuJoCo has told of.
 */
final class Markup {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|(quot|amp|apos|lt|gt));");
  private static final Map<String, String> NAMED =
      Map.of("quot", "\"", "amp", "&", "apos", "'", "lt", "<", "gt", ">");

  private final String text;
  private int at;

  /** Is told of elements as they begin. */
  interface Reader {
    /** With its attributes in their order. */
    void element(String name, Map<String, String> attributes);
  }

  /** For a file's bytes. */
  Markup(byte[] content) {
    String all = new String(content, StandardCharsets.ISO_8859_1);
    int end = all.indexOf('\0');
    this.text = end < 0 ? all : all.substring(0, end);
  }

  /** From the first element to the last. */
  void read(Reader reader) {
    for (at = text.indexOf('<'); at < text.length() && at >= 0; at = text.indexOf('<', at)) {
      if (text.startsWith("<!--", at)) {
        skip(4, "-->");
      } else if (text.startsWith("<![CDATA[", at)) {
        skip(9, "]]>");
      } else if (text.startsWith("<?", at)) {
        skip(2, "?>");
      } else if (text.startsWith("<!", at) || text.startsWith("</", at)) {
        skip(2, ">");
      } else {
        at++;
        reader.element(name(), attributes());
      }
    }
  }

  private void skip(int opening, String closing) {
    int end = text.indexOf(closing, at + opening);
    at = end < 0 ? text.length() : end + closing.length();
  }

  private Map<String, String> attributes() {
    Map<String, String> read = new LinkedHashMap<>();
    while (true) {
      skipSpaces();
      String name = name();
      skipSpaces();
      if (name.isEmpty() || next() != '=') {
        return read;
      }
      at++;
      skipSpaces();
      char quote = next();
      int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
      if (end < 0) {
        return read;
      }
      read.put(name, value(text.substring(at + 1, end)));
      at = end + 1;
    }
  }

  private String name() {
    int begin = at;
    while (at < text.length() && " \t\r\n\f\u000b=<>/\"'".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(begin, at);
  }

  private void skipSpaces() {
    while (at < text.length() && " \t\r\n\f\u000b".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char next() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private static String value(String bytes) {
    String told = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return ENTITY.matcher(told).replaceAll(each -> Matcher.quoteReplacement(meant(each)));
  }

  private static String meant(MatchResult entity) {
    String named = entity.group(3);
    if (named != null) {
      return NAMED.getOrDefault(named, entity.group());
    }
    boolean decimal = entity.group(1) != null;
    int code = Integer.parseInt(entity.group(decimal ? 1 : 2), decimal ? 10 : 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : entity.group();
  }
}
