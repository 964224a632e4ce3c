package dev.tandem.policies.jvm.kernel;

/**
 * Rows times one row: out[row] = matrix[row] . row + bias.
 *
 * @param matrix [rows][columns]
 * @param row [1][columns]
 * @param bias place of one value
 * @param out [rows]
 */
public record Dot(Panels matrix, Panels row, int bias, int out) {}
