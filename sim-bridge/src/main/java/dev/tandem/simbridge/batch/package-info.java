/** Many environments at once: who steps them, and who waits for whom. */
@NullMarked
package dev.tandem.simbridge.batch;

import org.jspecify.annotations.NullMarked;
