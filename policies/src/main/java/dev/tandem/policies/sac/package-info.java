/**
 * Soft actor-critic free of any engine: its settings, the shapes of its networks, their first
 * weights. Sources: SAC arXiv 1812.05905, REDQ 2101.05982, RLPD 2302.02948.
 */
@NullMarked
package dev.tandem.policies.sac;

import org.jspecify.annotations.NullMarked;
