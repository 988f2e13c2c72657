/** JMH benchmarks of the hot paths; one class per subject. */
@NullMarked
package dev.shardroute.benchmarks;

import org.jspecify.annotations.NullMarked;
