@NullMarked
package dev.shardroute.cli.explain;

import org.jspecify.annotations.NullMarked;
