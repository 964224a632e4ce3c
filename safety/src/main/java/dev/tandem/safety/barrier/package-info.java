/**
 * Control barrier functions on the joint torques: {@link dev.tandem.safety.barrier.BarrierFilter}
 * finds the torque nearest to the wanted one that keeps every configured limit.
 */
@NullMarked
package dev.tandem.safety.barrier;

import org.jspecify.annotations.NullMarked;
