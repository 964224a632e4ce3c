/** What can be set about a run: one record a topic, each with its defaults and its checks. */
@NullMarked
package dev.tandem.app.settings;

import org.jspecify.annotations.NullMarked;
