/**
 * A scripted person: demonstrates, watches, and takes over by a written rule, so that a session can
 * be measured without anybody at the desk.
 */
@NullMarked
package dev.tandem.simbridge.person;

import org.jspecify.annotations.NullMarked;
