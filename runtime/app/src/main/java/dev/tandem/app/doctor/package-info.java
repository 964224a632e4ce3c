/** What this machine has, what it lacks, and how to get it. */
@NullMarked
package dev.tandem.app.doctor;

import org.jspecify.annotations.NullMarked;
