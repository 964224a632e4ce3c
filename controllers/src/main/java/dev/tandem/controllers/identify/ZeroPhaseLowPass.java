package dev.tandem.controllers.identify;

import java.util.Arrays;

/**
 * A Butterworth low-pass of second order, run over a course forwards and then backwards, so that it
 * delays nothing: of fourth order in all, half the amplitude at the cut-off (Oppenheim and Schafer,
 * "Discrete-Time Signal Processing"; MATLAB's filtfilt). The course is mirrored through its ends,
 * and what lies within {@link #settlingTicks} of them is best left aside.
 */
final class ZeroPhaseLowPass {
  private static final double SETTLING_PERIODS = 1.5;

  private final double in;
  private final double feedback1;
  private final double feedback2;
  private final int settlingTicks;

  /**
   * Of courses whose ticks are {@code periodSeconds} apart; the cut-off lies below half of that.
   */
  ZeroPhaseLowPass(double cutoffHz, double periodSeconds) {
    double most = 0.5 / periodSeconds;
    if (!(cutoffHz > 0 && cutoffHz < most)) {
      throw new IllegalArgumentException(
          "cutoffHz must be > 0 and < " + most + ", got " + cutoffHz);
    }
    double tangent = Math.tan(Math.PI * cutoffHz * periodSeconds);
    double scale = 1 / (1 + Math.sqrt(2) * tangent + tangent * tangent);
    this.in = tangent * tangent * scale;
    this.feedback1 = 2 * (tangent * tangent - 1) * scale;
    this.feedback2 = (1 - Math.sqrt(2) * tangent + tangent * tangent) * scale;
    this.settlingTicks = (int) Math.ceil(SETTLING_PERIODS / (cutoffHz * periodSeconds));
  }

  /** So many ticks at either end still feel how the course was continued beyond it. */
  int settlingTicks() {
    return settlingTicks;
  }

  /** The slow part of a course, [tick]. */
  double[] apply(double[] course) {
    int margin = Math.min(settlingTicks, course.length - 1);
    double[] padded = padded(course, margin);
    pass(padded);
    reverse(padded);
    pass(padded);
    reverse(padded);
    double[] slow = new double[course.length];
    System.arraycopy(padded, margin, slow, 0, slow.length);
    return slow;
  }

  /** Standard deviation of white noise, from what this takes away of it. */
  double noiseOf(double[] course, double[] slow) {
    double sum = 0;
    int count = 0;
    for (int i = settlingTicks; i < course.length - settlingTicks; i++) {
      sum += (course[i] - slow[i]) * (course[i] - slow[i]);
      count++;
    }
    return Math.sqrt(sum / Math.max(1, count) / shareOfNoiseTaken());
  }

  private double shareOfNoiseTaken() {
    double[] answer = impulseResponse();
    return 1 - 2 * answer[answer.length / 2] + shareOfNoiseKept();
  }

  /** Variance of white noise after this, of what it was before. */
  double shareOfNoiseKept() {
    return Arrays.stream(impulseResponse()).map(each -> each * each).sum();
  }

  private double[] impulseResponse() {
    double[] impulse = new double[4 * settlingTicks + 1];
    impulse[2 * settlingTicks] = 1;
    return apply(impulse);
  }

  private static double[] padded(double[] course, int margin) {
    int last = course.length - 1;
    double[] padded = new double[course.length + 2 * margin];
    System.arraycopy(course, 0, padded, margin, course.length);
    for (int i = 1; i <= margin; i++) {
      padded[margin - i] = 2 * course[0] - course[i];
      padded[margin + last + i] = 2 * course[last] - course[last - i];
    }
    return padded;
  }

  /** As if it had rested at its first value for ever. */
  private void pass(double[] course) {
    double before1 = course[0];
    double before2 = course[0];
    double slow1 = course[0];
    double slow2 = course[0];
    for (int i = 0; i < course.length; i++) {
      double now = course[i];
      double slow = in * (now + 2 * before1 + before2) - feedback1 * slow1 - feedback2 * slow2;
      before2 = before1;
      before1 = now;
      slow2 = slow1;
      slow1 = slow;
      course[i] = slow;
    }
  }

  private static void reverse(double[] course) {
    for (int i = 0, k = course.length - 1; i < k; i++, k--) {
      double kept = course[i];
      course[i] = course[k];
      course[k] = kept;
    }
  }
}
