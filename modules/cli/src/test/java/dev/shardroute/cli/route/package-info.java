@NullMarked
package dev.shardroute.cli.route;

import org.jspecify.annotations.NullMarked;
