/**
 * The embedded simulator: dynamics of a serial chain in plain Java with soft contacts,
 * deterministic by seed, without a native library.
 */
@NullMarked
package dev.tandem.simbridge.plant;

import org.jspecify.annotations.NullMarked;
