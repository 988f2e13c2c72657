/** The error catalogue: every error that Shardroute can give, with a stable code. */
@NullMarked
package dev.shardroute.error;

import org.jspecify.annotations.NullMarked;
