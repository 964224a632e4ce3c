package dev.tandem.app.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A robot's file with another figure in it. */
final class RobotYaml {
  /** A key, and which item of its list or none. */
  private static final Pattern STEP = Pattern.compile("([a-z_0-9]+)(?:\\[(\\d+)])?");

  private static final Pattern NUMBER =
      Pattern.compile("(?<=[ \\[])-?\\d+(\\.\\d+)?(e-?\\d+)?(?=[,\\]} \\n])");

  private RobotYaml() {}

  /** A number of a file, by where it stands. */
  record Figure(String line, int from, int to) {
    String replaced(String text, String value) {
      return text.substring(0, from) + value + text.substring(to);
    }
  }

  /** Every number that is not in a comment. */
  static List<Figure> figures(String text) {
    List<Figure> figures = new ArrayList<>();
    int start = 0;
    for (String line : text.split("(?<=\n)", -1)) {
      int comment = line.indexOf('#');
      Matcher number = NUMBER.matcher(line);
      while (number.find() && (comment < 0 || number.start() < comment)) {
        figures.add(new Figure(line.strip(), start + number.start(), start + number.end()));
      }
      start += line.length();
    }
    return figures;
  }

  /**
   * The same file with {@code value} at a dotted key such as {@code links.capsules[1].joint}.
   *
   * @param text in the form of those that ship: sections by indentation, items on one line
   */
  static String with(String text, String key, String value) {
    int from = 0;
    int to = text.length();
    for (String part : key.split("\\.", -1)) {
      Matcher step = STEP.matcher(part);
      if (!step.matches()) {
        throw new IllegalArgumentException(key);
      }
      from = after(text, from, step.group(1));
      to = endOfValue(text, from);
      if (step.group(2) != null) {
        int[] item = item(text, from, Integer.parseInt(step.group(2)));
        from = item[0];
        to = item[1];
      }
    }
    return text.substring(0, from) + " " + value + " " + text.substring(to);
  }

  /** Sections nest no deeper than their first key of that name after the place so far. */
  private static int after(String text, int from, String key) {
    Matcher found = Pattern.compile("(?<![a-z_0-9])" + key + ":").matcher(text);
    if (!found.find(from)) {
      throw new IllegalArgumentException(key);
    }
    return found.end();
  }

  private static int endOfValue(String text, int from) {
    Matcher end = Pattern.compile("[,}\\n#]").matcher(text);
    Matcher list = Pattern.compile("\\G *\\[[^]]*]").matcher(text);
    if (list.find(from)) {
      return list.end();
    }
    return end.find(from) ? end.start() : text.length();
  }

  private static int[] item(String text, int from, int index) {
    boolean inline = text.startsWith("[", text.indexOf('[', from)) && isOnLine(text, from);
    Pattern one = Pattern.compile(inline ? "[^,\\[\\]]+" : "\\{[^}]*}");
    Matcher item = one.matcher(text);
    List<int[]> places = new ArrayList<>();
    int start = inline ? text.indexOf('[', from) : from;
    while (places.size() <= index && item.find(start)) {
      places.add(new int[] {item.start(), item.end()});
      start = item.end();
    }
    return places.get(index);
  }

  private static boolean isOnLine(String text, int from) {
    int list = text.indexOf('[', from);
    return list >= 0 && text.substring(from, list).isBlank() && !text.startsWith("\n", from);
  }
}
