/** The executor of plans. */
@NullMarked
package dev.shardroute.executor;

import org.jspecify.annotations.NullMarked;
