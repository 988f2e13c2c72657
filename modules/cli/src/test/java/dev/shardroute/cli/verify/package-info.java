@NullMarked
package dev.shardroute.cli.verify;

import org.jspecify.annotations.NullMarked;
