package dev.tandem.simbridge.tactile;

/**
 * Where a pad and the things are among a world's bodies.
 *
 * @param body the pad's
 * @param firstThing the first thing's; the others follow
 */
record PadPlace(Pad pad, int body, int firstThing) {}
