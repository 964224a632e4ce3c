/**
 * The way out of the loop: commands, the filters that may change them, and the gate that alone can
 * approve them.
 */
@NullMarked
package dev.tandem.runtime.act;

import org.jspecify.annotations.NullMarked;
