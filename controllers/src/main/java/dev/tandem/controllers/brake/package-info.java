/** Controlled stops: how a robot comes to rest and stays there, powered. */
@NullMarked
package dev.tandem.controllers.brake;

import org.jspecify.annotations.NullMarked;
