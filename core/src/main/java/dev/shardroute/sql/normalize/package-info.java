/** Rewrites that make statements independent of their literals and of the session. */
@NullMarked
package dev.shardroute.sql.normalize;

import org.jspecify.annotations.NullMarked;
