/** Device input and output, one package per bus. */
@NullMarked
package dev.tandem.sensors;

import org.jspecify.annotations.NullMarked;
