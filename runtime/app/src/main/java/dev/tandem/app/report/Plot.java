package dev.tandem.app.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart over environment steps, in the one style of all our pictures. */
final class Plot {
  /** Okabe and Ito's palette, which colour-blind readers can tell apart. */
  static final Color BLUE = new Color(0x0072B2);

  static final Color VERMILION = new Color(0xD55E00);
  static final Color GREEN = new Color(0x009E73);
  static final Color BLACK = new Color(0x1A1A1A);

  private static final Color INK = new Color(0x333333);
  private static final Color GRID = new Color(0xE6E6E6);
  private static final float THIN = 1.6f;
  private static final float THICK = 3f;
  private static final BasicStroke DASHED =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {9, 7}, 0);

  private final XYChart chart;
  private final Axis upwards;

  /** What is drawn upwards. */
  enum Axis {
    /** Rates, from 0 to 100 percent. */
    PERCENT,
    /** Numbers as they are, from the least to the largest. */
    NUMBER
  }

  /** Of rates. */
  Plot(String title, String xAxis) {
    this(title, xAxis, Axis.PERCENT);
  }

  Plot(String title, String xAxis, Axis upwards) {
    this.upwards = upwards;
    chart = new XYChartBuilder().width(1280).height(720).title(title).xAxisTitle(xAxis).build();
    XYStyler style = chart.getStyler();
    style.setChartBackgroundColor(Color.WHITE).setChartFontColor(INK).setChartPadding(24);
    style
        .setChartTitlePadding(14)
        .setChartTitleFont(font(Font.BOLD, 24))
        .setChartTitleBoxVisible(false);
    style.setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
    style.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(1));
    style.setPlotGridVerticalLinesVisible(false).setAxisTicksLineVisible(false);
    style.setAxisTickLabelsFont(font(Font.PLAIN, 17)).setAxisTitleFont(font(Font.PLAIN, 17));
    style.setAxisTickLabelsColor(INK).setAxisTicksMarksVisible(false).setPlotMargin(0);
    style.setXAxisMin(0.0).setXAxisDecimalPattern("#,###");
    if (upwards == Axis.PERCENT) {
      style.setYAxisMin(0.0).setYAxisMax(100.0).setYAxisDecimalPattern("# '%'");
    }
    style.setXAxisMaxLabelCount(7).setPlotContentSize(0.98).setLegendPadding(16);
    style.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
    style.setLegendFont(font(Font.PLAIN, 17)).setLegendBorderColor(Color.WHITE);
    style.setMarkerSize(11);
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /** Rates or numbers over steps as one line. */
  Plot line(String name, Points points, Color color) {
    add(name, points, color).setMarker(SeriesMarkers.NONE).setLineStyle(new BasicStroke(THICK));
    return this;
  }

  /** A rate that does not change, from the left edge to {@code lastStep}. */
  Plot level(String name, double rate, long lastStep, Color color) {
    Points ends = new Points().add(0, rate).add(lastStep, rate);
    add(name, ends, color).setMarker(SeriesMarkers.NONE).setLineStyle(DASHED);
    return this;
  }

  /** Bars alone, without a place in the legend. */
  Plot bars(String name, Points bars, Color color) {
    XYSeries intervals = add(name, bars, color);
    intervals.setMarker(SeriesMarkers.NONE).setLineStyle(new BasicStroke(THIN));
    intervals.setShowInLegend(false);
    return this;
  }

  /** Measured numbers, each for itself. */
  Plot dots(String name, Points numbers, Color color) {
    XYSeries dots = add(name, numbers, color);
    dots.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    dots.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color);
    return this;
  }

  /** Measured rates with their 95 % intervals as bars. */
  Plot measured(String name, Points rates, Points bars, Color color) {
    bars(name + " interval", bars, color);
    return dots(name, rates, color);
  }

  private XYSeries add(String name, Points points, Color color) {
    double[] heights = upwards == Axis.PERCENT ? points.percent() : points.values();
    XYSeries series = chart.addSeries(name, points.steps(), heights);
    series.setLineColor(color);
    return series;
  }

  /**
   * Without a cache on the disk: that wants room, and fails while the virtual machine goes down.
   */
  void write(Path file) {
    ImageIO.setUseCache(false);
    try {
      AtomicFile.write(file, ChartEncoder.getBytes(chart, "png"));
    } catch (IOException e) {
      throw new WriteException(file, e);
    }
  }
}
