package dev.tandem.controllers.identify;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The figures that follow from the solved parameters and their covariance. */
final class Estimates {
  private final List<Joint> joints;
  private final double[] found;
  private final DMatrixRMaj covariance;

  Estimates(Chain nominal, double[] found, DMatrixRMaj covariance) {
    this.joints = nominal.joints();
    this.found = found;
    this.covariance = covariance;
  }

  Figure figure(int parameter) {
    double variance = covariance.get(parameter, parameter);
    return new Figure(found[parameter], Math.sqrt(Math.max(0, variance)));
  }

  /** The quotient of two parameters, its error to first order. */
  Figure inertia() {
    int mass = DynamicsRegressor.MASS;
    int product = DynamicsRegressor.MASS_INERTIA;
    double factor = found[product] / found[mass];
    double variance =
        covariance.get(product, product)
            + factor * factor * covariance.get(mass, mass)
            - 2 * factor * covariance.get(mass, product);
    double error = Math.sqrt(Math.max(0, variance)) / Math.abs(found[mass]);
    return new Figure(factor, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
  }

  List<IdentifiedArm.JointFriction> friction() {
    int first = DynamicsRegressor.DAMPING;
    return IntStream.range(0, joints.size())
        .mapToObj(
            i ->
                new IdentifiedArm.JointFriction(
                    figure(first + i), figure(first + joints.size() + i)))
        .toList();
  }

  /**
   * The factor of all joints' nominal damping that the joints' own agree on best (generalised least
   * squares); where they do not agree, its error grows by Birge's ratio.
   */
  Figure damping() {
    int[] told =
        IntStream.range(0, joints.size())
            .filter(i -> joints.get(i).dampingNmsPerRad() > 0)
            .filter(i -> Double.isFinite(figure(DynamicsRegressor.DAMPING + i).standardError()))
            .toArray();
    DMatrixRMaj weight = new DMatrixRMaj(told.length, told.length);
    for (int i = 0; i < told.length; i++) {
      for (int k = 0; k < told.length; k++) {
        int row = DynamicsRegressor.DAMPING + told[i];
        weight.set(i, k, covariance.get(row, DynamicsRegressor.DAMPING + told[k]));
      }
    }
    if (told.length == 0 || !CommonOps_DDRM.invert(weight)) {
      return new Figure(1, Double.POSITIVE_INFINITY);
    }
    return agreed(told, weight);
  }

  private Figure agreed(int[] told, DMatrixRMaj weight) {
    double[] nominal = new double[told.length];
    double[] own = new double[told.length];
    for (int i = 0; i < told.length; i++) {
      nominal[i] = joints.get(told[i]).dampingNmsPerRad();
      own[i] = found[DynamicsRegressor.DAMPING + told[i]];
    }
    double information = product(nominal, weight, nominal);
    double factor = product(nominal, weight, own) / information;
    double[] off = new double[told.length];
    for (int i = 0; i < off.length; i++) {
      off[i] = own[i] - factor * nominal[i];
    }
    double birge = product(off, weight, off) / Math.max(1, told.length - 1);
    return new Figure(factor, Math.sqrt(Math.max(1, birge) / information));
  }

  private static double product(double[] left, DMatrixRMaj weight, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < right.length; k++) {
        sum += left[i] * weight.get(i, k) * right[k];
      }
    }
    return sum;
  }
}
