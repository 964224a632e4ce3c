/**
 * The inner loops of learning on a CPU: a layout of matrices in panels, the products on it, and
 * what stands between the products. Nothing here knows what is learnt. Sums are always taken in the
 * same order, so the same numbers come out on one thread and on many, and without vectors as on
 * vectors of 512 bits; narrower vectors take them in an order of their own.
 *
 * <p>Methods on vectors that are long stay in one piece because no vector may go from method to
 * method ({@link dev.tandem.policies.jvm.kernel.Simd}). Which tile is faster is tried at the start;
 * the width of a panel is not, as it does not pay: with 64 columns the fastest of a thousand
 * updates (two critics of 256x256, batch 256, one thread) took 2.54 ms on vectors of 512 bits and
 * 4.72 ms on 256, with 128 columns 2.65 and 4.86 ms, with 32 columns 4.69 ms on 256 bits and on 512
 * there is no such tile.
 */
@NullMarked
package dev.tandem.policies.jvm.kernel;

import org.jspecify.annotations.NullMarked;
