/**
 * The command line: one thin class a command, which turns options into settings, calls what does
 * the work and prints what came of it. The only package that prints.
 */
@NullMarked
package dev.tandem.app.cli;

import org.jspecify.annotations.NullMarked;
