/** Learning from demonstrations alone: the baseline that reinforcement learning has to beat. */
@NullMarked
package dev.tandem.policies.imitation;

import org.jspecify.annotations.NullMarked;
