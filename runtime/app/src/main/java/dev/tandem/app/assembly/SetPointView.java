package dev.tandem.app.assembly;

import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What is known of a controller's set point. Control thread.
 *
 * @param errorMetres from the tool to it, at the last tick
 * @param poseInBase 4x4, overwritten in every tick; empty where its travel has no limits
 */
public record SetPointView(DoubleSupplier errorMetres, Optional<double[]> poseInBase) {}
