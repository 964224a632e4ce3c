/**
 * Kinds of critics side by side: each of them on each of a few tasks with several seeds, summed up
 * as "Deep Reinforcement Learning at the Edge of the Statistical Precipice" (arXiv 2108.13264)
 * recommends. It starts at {@link dev.tandem.app.study.CriticStudy}.
 */
@NullMarked
package dev.tandem.app.study;

import org.jspecify.annotations.NullMarked;
