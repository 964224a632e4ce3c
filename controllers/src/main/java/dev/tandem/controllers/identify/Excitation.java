package dev.tandem.controllers.identify;

/**
 * A motion that shows what an arm is like: each joint goes from where it starts to a centre and
 * swings about it by a finite Fourier series (Swevers et al. 1997), which begins and ends at rest.
 *
 * @param startRad where the arm stands, [joint]
 * @param centreRad about which it swings, [joint]
 * @param baseHz frequency of the first harmonic
 * @param sineRad of each harmonic, [joint][harmonic]
 * @param cosineRad of each harmonic, [joint][harmonic]
 * @param seconds from the start to the rest at the end
 */
public record Excitation(
    double[] startRad,
    double[] centreRad,
    double baseHz,
    double[][] sineRad,
    double[][] cosineRad,
    double seconds) {
  /** In which the swing grows, and in which it fades. */
  public static final double RAMP_SECONDS = 2;

  /** Where a joint is, how fast and how much faster: rad, rad/s, rad/s2. */
  public record Point(double rad, double radPerS, double radPerS2) {
    Point times(Point other) {
      return new Point(
          rad * other.rad,
          radPerS * other.rad + rad * other.radPerS,
          radPerS2 * other.rad + 2 * radPerS * other.radPerS + rad * other.radPerS2);
    }

    Point plus(Point other) {
      return new Point(rad + other.rad, radPerS + other.radPerS, radPerS2 + other.radPerS2);
    }
  }

  /** Of a joint, {@code at} seconds after the start. */
  public Point point(int joint, double at) {
    double way = centreRad[joint] - startRad[joint];
    Point start = new Point(startRad[joint], 0, 0);
    Point approach = ramp(at).times(new Point(way, 0, 0));
    double left = Math.min(at, seconds - at);
    Point envelope = at <= seconds / 2 ? ramp(at) : reversed(ramp(left));
    return start.plus(approach).plus(envelope.times(series(joint, at)));
  }

  private Point series(int joint, double at) {
    double rad = 0;
    double radPerS = 0;
    double radPerS2 = 0;
    for (int h = 0; h < sineRad[joint].length; h++) {
      double omega = 2 * Math.PI * baseHz * (h + 1);
      double sine = sineRad[joint][h] * Math.sin(omega * at);
      double cosine = cosineRad[joint][h] * Math.cos(omega * at);
      rad += sine + cosine;
      radPerS +=
          omega
              * (sineRad[joint][h] * Math.cos(omega * at)
                  - cosineRad[joint][h] * Math.sin(omega * at));
      radPerS2 -= omega * omega * (sine + cosine);
    }
    return new Point(rad, radPerS, radPerS2);
  }

  /** From 0 to 1 in {@link #RAMP_SECONDS}, at rest and without acceleration at both ends. */
  private static Point ramp(double at) {
    double s = Math.max(0, Math.min(1, at / RAMP_SECONDS));
    double slope = 30 * s * s * (1 - s) * (1 - s) / RAMP_SECONDS;
    double bend = 60 * s * (1 - s) * (1 - 2 * s) / (RAMP_SECONDS * RAMP_SECONDS);
    return new Point(s * s * s * (10 + s * (6 * s - 15)), slope, bend);
  }

  private static Point reversed(Point point) {
    return new Point(point.rad(), -point.radPerS(), point.radPerS2());
  }

  /** The same with one joint's swing multiplied by a factor. */
  Excitation scaled(int joint, double factor) {
    double[][] sine = sineRad.clone();
    double[][] cosine = cosineRad.clone();
    sine[joint] = times(sine[joint], factor);
    cosine[joint] = times(cosine[joint], factor);
    return new Excitation(startRad, centreRad, baseHz, sine, cosine, seconds);
  }

  private static double[] times(double[] values, double factor) {
    double[] product = values.clone();
    for (int i = 0; i < product.length; i++) {
      product[i] *= factor;
    }
    return product;
  }
}
