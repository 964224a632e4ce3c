/** Pictures of a task with what was true in them, and how well an encoder reads them. */
@NullMarked
package dev.tandem.app.sight;

import org.jspecify.annotations.NullMarked;
