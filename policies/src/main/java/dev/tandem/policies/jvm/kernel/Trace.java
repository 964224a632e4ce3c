package dev.tandem.policies.jvm.kernel;

/**
 * The eligibility trace of a layer for batches of one: z = decay z + gradient, and the sums of |z|
 * down its columns.
 *
 * @param row place of the layer's inputs
 * @param byOut place of the gradient by its outputs, zero after them
 * @param values z
 * @param norms place of the sums
 */
public record Trace(int row, int byOut, RowWeights values, int norms) {}
