package dev.tandem.app.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** A figure of JSON for people: a fraction with six digits, all else as it is. */
final class FigureText {
  private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
  private static final int DIGITS = 6;

  private FigureText() {}

  static String of(String json) {
    if (!FRACTION.matcher(json).matches()) {
      return json;
    }
    BigDecimal exact = new BigDecimal(json);
    int beforePoint = exact.precision() - exact.scale();
    BigDecimal read = exact.setScale(Math.max(0, DIGITS - beforePoint), RoundingMode.HALF_EVEN);
    return read.signum() == 0 ? "0" : read.stripTrailingZeros().toPlainString();
  }
}
