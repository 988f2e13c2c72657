/** The MySQL wire protocol: a server that hands statements to sessions and streams their answers to clients. */
@NullMarked
package dev.shardroute.mysql;

import org.jspecify.annotations.NullMarked;
