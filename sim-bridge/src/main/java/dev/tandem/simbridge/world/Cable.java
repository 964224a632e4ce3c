package dev.tandem.simbridge.world;

/**
 * A chain of stiff links on ball joints that begins at an anchor on the table.
 *
 * @param anchorXMetres in the base frame
 * @param anchorYMetres in the base frame
 * @param links how many
 * @param linkMetres how long each is
 */
public record Cable(double anchorXMetres, double anchorYMetres, int links, double linkMetres) {
  /** Where there is none. */
  public static final Cable NONE = new Cable(0, 0, 0, 0);

  /** What {@link #yawsRad} halves, that often, the interval of. */
  private static final int HALVINGS = 50;

  /**
   * How a cable lies flat in an arc whose end is at a point of the table, or comes as near as it
   * can: about the vertical, each link against the one before, the first against x. The arc is bent
   * away from the anchor's x axis.
   */
  public double[] yawsRad(double xMetres, double yMetres) {
    double x = xMetres - anchorXMetres;
    double y = yMetres - anchorYMetres;
    double bend = -Math.copySign(bendRad(Math.hypot(x, y)), y);
    double[] yaws = new double[links];
    for (int i = 1; i < links; i++) {
      yaws[i] = bend;
    }
    yaws[0] = Math.atan2(y, x) - bend * (links - 1) / 2;
    return yaws;
  }

  /** Between links, for so long a chord. */
  private double bendRad(double chordMetres) {
    double least = 0;
    double most = 2 * Math.PI / links;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (least + most) / 2;
      double chord = linkMetres * Math.sin(links * middle / 2) / Math.sin(middle / 2);
      if (chord > chordMetres) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return least;
  }
}
