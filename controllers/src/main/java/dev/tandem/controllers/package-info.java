/** Robot model and control laws. */
@NullMarked
package dev.tandem.controllers;

import org.jspecify.annotations.NullMarked;
