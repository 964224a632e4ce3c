/** What a run leaves behind for people and programs: JSON, CSV, TensorBoard events, a picture. */
@NullMarked
package dev.tandem.app.report;

import org.jspecify.annotations.NullMarked;
