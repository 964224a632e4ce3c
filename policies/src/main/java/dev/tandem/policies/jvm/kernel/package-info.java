/**
 * The inner loops of learning on a CPU: a layout of matrices in panels, the products on it, and
 * what stands between the products. Nothing here knows what is learnt. Sums are always taken in the
 * same order, so the same numbers come out on vectors and without, on one thread and on many.
 */
@NullMarked
package dev.tandem.policies.jvm.kernel;

import org.jspecify.annotations.NullMarked;
