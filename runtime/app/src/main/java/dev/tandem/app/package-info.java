/** The composition root: command line, configuration, assembly. */
@NullMarked
package dev.tandem.app;

import org.jspecify.annotations.NullMarked;
