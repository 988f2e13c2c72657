@NullMarked
package dev.shardroute.cli.demo;

import org.jspecify.annotations.NullMarked;
