package dev.tandem.simbridge.mujoco;

/** How large a model wants pictures to be that nobody looks at, pixels. */
record OffScreen(int width, int height) {
  /** Of either side; what OpenGL can do on every machine. */
  private static final int MOST_ON_A_SIDE = 16_384;

  private static final long MOST_PIXELS = 1 << 24;

  /**
   * As the file says.
   *
   * @throws ModelException for what OpenGL cannot hold, since MuJoCo would end the process
   */
  static OffScreen of(MujocoModel model) {
    int width = model.count("vis.global.offwidth");
    int height = model.count("vis.global.offheight");
    OffScreen found = new OffScreen(width, height);
    if (!isSide(width) || !isSide(height) || found.pixels() > MOST_PIXELS) {
      throw model.refusal(
          "an offwidth and an offheight of 1 to %d and at most %d pixels in all"
              .formatted(MOST_ON_A_SIDE, MOST_PIXELS),
          width + "x" + height);
    }
    return found;
  }

  private static boolean isSide(int pixels) {
    return pixels >= 1 && pixels <= MOST_ON_A_SIDE;
  }

  long pixels() {
    return (long) width * height;
  }
}
