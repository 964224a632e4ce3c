/** Learners and the policies that they make. */
@NullMarked
package dev.tandem.policies;

import org.jspecify.annotations.NullMarked;
