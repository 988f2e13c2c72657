@NullMarked
package dev.shardroute.cli;

import org.jspecify.annotations.NullMarked;
